/** Where in a file something is, for people. Counted from 1, and never written with separators. */
import { t } from '../locale/t';

export const atLine = (line: number): string => t('problems.line', { line: String(line) });
export const atItem = (n: number): string => t('problems.item', { n: String(n) });

/** WHAT (`line 3`) of FILE. */
export const inFile = (file: string, what: string): string => t('problems.in', { file, what });
