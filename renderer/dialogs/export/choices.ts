/** What is chosen in the dialog: remembered between exports, but for the filter, which must never apply unseen. */
import type { ExportMemory } from '../../../core/contract';
import type { FormatId } from '../../../core/formats/catalog';
import { type ExportFilter, unfiltered } from '../../../core/formats/choose';
import type { ExportOptions } from '../../../core/formats/report';

export interface Choices extends ExportMemory {
  readonly filter: ExportFilter;
  readonly withSuggestions: boolean;
}

export const firstChoices: Choices = {
  format: 'json',
  unit: 'code-point',
  choices: {},
  filter: unfiltered,
  withSuggestions: false,
};

export const optionsOf = ({ format, unit, choices, filter, withSuggestions }: Choices): ExportOptions => ({
  format,
  unit,
  choices: choices[format] ?? {},
  filter,
  withSuggestions,
});

export const withChoice = (it: Choices, format: FormatId, option: string, choice: string): Choices => ({
  ...it,
  choices: { ...it.choices, [format]: { ...it.choices[format], [option]: choice } },
});
