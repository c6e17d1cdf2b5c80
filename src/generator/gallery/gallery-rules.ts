import type { Template, TemplateParameter } from '../../tpl/index.ts';
import { TERMS_OF_SERVICE } from '../../tpl/index.ts';
import { flattenFields } from '../container/form-parameters.ts';
import { textOf } from '../text-of.ts';

/** Google's style guide: the list of templates shows no more of a description. */
const MAX_DESCRIPTION = 200;
const MOST_CATEGORIES = 3;
/** Sides of the icon in pixels, and its bytes. */
const ICON = { least: 48, most: 96, bytes: 50_000 };

/**
 * What keeps a template out of the Community Template Gallery, as sentences.
 * https://developers.google.com/tag-platform/tag-manager/templates/gallery
 */
export function findGalleryProblems(template: Template): string[] {
  const { info, parameters, termsOfService } = template;
  const description = textOf(info.description);
  const categories = info.categories?.length ?? 0;
  return [
    ...failIf(termsOfService !== TERMS_OF_SERVICE, 'TERMS_OF_SERVICE is not Google’s text'),
    ...failIf(
      categories < 1 || categories > MOST_CATEGORIES,
      `INFO /categories has ${categories}; accepted: 1 to ${MOST_CATEGORIES}`,
    ),
    ...failIf(
      description === '' || description.length > MAX_DESCRIPTION,
      `INFO /description has ${description.length} characters; accepted: 1 to ${MAX_DESCRIPTION}`,
    ),
    ...failIf(
      /\bofficial\b/i.test(textOf(info.displayName)),
      'INFO /displayName says "official"; accepted: a name that does not',
    ),
    ...findIconProblems(info.brand?.thumbnail ?? ''),
    ...flattenFields(parameters)
      .filter((field) => !hasHelp(field))
      .map(({ name }) => `TEMPLATE_PARAMETERS ${name} has no help text`),
  ];
}

function failIf(isWrong: boolean, problem: string): string[] {
  return isWrong ? [problem] : [];
}

function hasHelp({ help }: TemplateParameter): boolean {
  return help !== undefined && textOf(help) !== '';
}

function findIconProblems(thumbnail: string): string[] {
  const where = 'INFO /brand/thumbnail';
  const [, base64] = /^data:image\/png;base64,(.+)$/.exec(thumbnail) ?? [];
  if (base64 === undefined) return [`${where} is no PNG; accepted: a data URI of one`];
  const bytes = Buffer.from(base64, 'base64');
  const { width, height } = readPngSize(bytes);
  return [
    ...failIf(
      width !== height || width < ICON.least || width > ICON.most,
      `${where} is ${width}×${height}; accepted: a square of ${ICON.least} to ${ICON.most} pixels`,
    ),
    ...failIf(
      bytes.length > ICON.bytes,
      `${where} has ${bytes.length} bytes; accepted: at most ${ICON.bytes}`,
    ),
  ];
}

/** Width and height stand first in the first chunk of a PNG (W3C PNG, 11.2.1). */
function readPngSize(bytes: Buffer): { width: number; height: number } {
  const isPng = bytes.length > 24 && bytes.toString('latin1', 1, 4) === 'PNG';
  return isPng
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : { width: 0, height: 0 };
}
