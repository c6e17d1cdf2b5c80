import { parse, stringify } from 'yaml';

/** A version of a template in the gallery: a commit of the gallery's repository. */
export interface GalleryVersion {
  sha: string;
  changeNotes: string;
}

interface Metadata {
  homepage?: string;
  documentation?: string;
  versions?: GalleryVersion[];
}

const EXPLANATION = ` The commit that holds template.tpl goes here: commit it, then build again.\n`;

/**
 * The text of metadata.yaml: what stands in it already, and the new version before the others. The
 * gallery names versions by commits, so a new one is known only once template.tpl is committed.
 */
export function printMetadata(
  written: string | undefined,
  next: GalleryVersion | undefined,
): string {
  const read: unknown = written === undefined ? {} : parse(written);
  const { versions, ...rest }: Metadata = typeof read === 'object' && read !== null ? read : {};
  const known = Array.isArray(versions) ? versions : [];
  const isNew = next !== undefined && known.every(({ sha }) => sha !== next.sha);
  const all = isNew ? [next, ...known] : known;
  const text = stringify({ ...rest, versions: all }, { lineWidth: 0 });
  return all.length === 0 ? `#${EXPLANATION}${text}` : text;
}
