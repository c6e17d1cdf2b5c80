import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printMetadata } from '../generator/gallery/gallery-metadata.ts';
import type { GalleryVersion } from '../generator/gallery/gallery-metadata.ts';
import { writeGalleryReadme } from '../generator/gallery/gallery-readme.ts';
import { findGalleryProblems } from '../generator/gallery/gallery-rules.ts';
import { parseTemplate, printTemplate } from '../tpl/index.ts';
import type { Template } from '../tpl/index.ts';
import type { BuiltFile } from './build.ts';
import { OWN_TEMPLATES, ownFileName } from './own-templates.ts';

/**
 * One repository a template, as the Community Template Gallery wants it. A release takes two steps:
 * build and commit template.tpl there, then build again, which writes that commit into metadata.yaml.
 */
export function buildGallery(folder: string): BuiltFile[] {
  const icon = readFileSync('src/gtm/icon.png').toString('base64');
  const license = readFileSync('LICENSE', 'utf8');
  const changeNotes = newestNotes(readFileSync('CHANGELOG.md', 'utf8'));
  const problems: string[] = [];
  const files = OWN_TEMPLATES.flatMap((name) => {
    const file = `template/${ownFileName(name)}.tpl`;
    const template = withIcon(parseTemplate(readFileSync(file, 'utf8'), file).template, icon);
    problems.push(...findGalleryProblems(template).map((problem) => `${file}: ${problem}`));
    const repository = join(folder, ownFileName(name));
    const text = printTemplate(template);
    const metadata = join(repository, 'metadata.yaml');
    const written = existsSync(metadata) ? readFileSync(metadata, 'utf8') : undefined;
    const version = committedVersion(repository, text, changeNotes);
    return [
      { file: join(repository, 'template.tpl'), content: text },
      { file: metadata, content: printMetadata(written, version) },
      { file: join(repository, 'LICENSE'), content: license },
      { file: join(repository, 'README.md'), content: writeGalleryReadme(template) },
    ];
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return files;
}

function withIcon(template: Template, icon: string): Template {
  const { info } = template;
  const thumbnail = `data:image/png;base64,${icon}`;
  return { ...template, info: { ...info, brand: { ...info.brand, thumbnail } } };
}

/** The last commit of the gallery's repository, when it holds this very template. */
function committedVersion(
  repository: string,
  text: string,
  changeNotes: string,
): GalleryVersion | undefined {
  if (!existsSync(join(repository, '.git'))) return undefined;
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: 'pipe' });
    if (git('show', 'HEAD:template.tpl') !== text) return undefined;
    const sha = git('log', '-1', '--format=%H', '--', 'template.tpl').trim();
    return { sha, changeNotes };
  } catch {
    // Nothing is committed there yet.
    return undefined;
  }
}

/** What stands under the first heading of the change log. */
function newestNotes(changelog: string): string {
  const [, newest = ''] = changelog.split(/^## .*$/m);
  return newest.trim();
}
