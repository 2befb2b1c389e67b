/** How the person likes to search: kept between searches and starts. */
import { plainQuery, type Query } from '../../core/query';

export type Options = Omit<Query, 'text'>;
export type Option = keyof Options;

const KEY = 'find-options';
const { text: _, ...usual } = plainQuery('');

export function savedOptions(): Options {
  try {
    const saved = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Options>;
    const entries = Object.keys(usual).map((key) => [key, saved[key as Option] === true]);
    return Object.fromEntries(entries) as unknown as Options;
  } catch {
    return usual; // Damaged: it is only convenience.
  }
}

export function rememberOptions({ text: _, ...options }: Query): void {
  localStorage.setItem(KEY, JSON.stringify(options));
}
