/** The `sources` of a project: which of its files are documents. */
import { t } from '../../core/locale/t';
import { compileGlob } from './glob';
import { LONGEST_GLOB, MOST_GLOBS } from './limits';

export interface Sources {
  /** True for a project path that a glob asks for (whether it can be read is another question). */
  readonly matches: (path: string) => boolean;
  /** What `sources` names without a wildcard: shown even when it can't be read. */
  readonly names: ReadonlySet<string>;
  /** Which globs were refused, in plain words. */
  readonly notices: readonly string[];
}

/** It is shown beside the documents, so it is none of them unless it is named. */
const GUIDELINES = 'guidelines.md';

/** Every file of a readable type. */
export const everything: readonly string[] = ['**/*'];

function refusal(glob: string): string | null {
  if (glob.length > LONGEST_GLOB) return t('files.source-long', { most: LONGEST_GLOB });
  if (/^([/\\~]|[a-z]:)/i.test(glob)) return t('files.source-absolute');
  if (glob.split(/[/\\]/).includes('..')) return t('files.source-outside');
  if (glob.includes('\\')) return t('files.source-backslash');
  return null;
}

/** Compiles GLOBS; one that starts with `!` takes away. A file's own name always matches itself, brackets and all. */
export function compileSources(globs: readonly string[]): Sources {
  const notices: string[] = [];
  const accepted: string[] = [];
  for (const glob of globs.slice(0, MOST_GLOBS)) {
    const plain = glob.replace(/^(!?)(\.\/)+/, '$1');
    const reason = refusal(plain.replace(/^!/, ''));
    if (reason === null) accepted.push(plain);
    else notices.push(t('files.source-left-out', { source: glob.slice(0, 80), reason }));
  }
  if (globs.length > MOST_GLOBS) notices.push(t('files.sources-many', { most: MOST_GLOBS }));
  const names = new Set(accepted);
  const wanted = accepted.filter((glob) => !glob.startsWith('!')).map(compileGlob);
  const unwanted = accepted.filter((glob) => glob.startsWith('!')).map((glob) => compileGlob(glob.slice(1)));
  const all = accepted.length === 1 && accepted[0] === everything[0];
  const matches = (path: string) =>
    names.has(path) ||
    (path !== GUIDELINES && all) ||
    (path !== GUIDELINES && wanted.some((fits) => fits(path)) && !unwanted.some((fits) => fits(path)));
  return { matches, names, notices };
}
