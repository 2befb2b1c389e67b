/** What is chosen in the dialog, and what the import is asked then. */
import { type ImportOptions, usualOptions } from '../../../core/exchange/report';

export interface Choices {
  readonly options: ImportOptions;
  /** Whose layer, when it is another's: kept while one looks at the other choices. */
  readonly other: string;
}

export const firstChoices: Choices = { options: usualOptions, other: '' };

/** An annotator without a name is nobody yet: then it is one's own layer that is looked at. */
export const optionsOf = ({ options }: Choices): ImportOptions =>
  typeof options.target === 'object' && options.target.name.trim() === ''
    ? { ...options, target: 'own' }
    : options;

/** True as long as the other annotator has no name. */
export const isNameless = ({ options }: Choices): boolean =>
  typeof options.target === 'object' && options.target.name.trim() === '';

export type Part = keyof ImportOptions['mapping'];

/** NAME of the file goes to the id TO, or (null) is left out; undefined: by its name. */
export function mapped(options: ImportOptions, part: Part, name: string, to: string | null | undefined) {
  const { [name]: _, ...others } = options.mapping[part];
  const next = to === undefined ? others : { ...others, [name]: to };
  return { ...options, mapping: { ...options.mapping, [part]: next } };
}
