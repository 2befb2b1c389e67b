/** Answers of a file, fitted to the questions of the project. */
import { wrongAnswer } from '../edit-attributes';
import type { AttributeKind, AttributeType, AttributeValue } from '../model';

const yes = /^(true|yes|y|1)$/i;
const no = /^(false|no|n|0)$/i;

const asText = (value: AttributeValue): string =>
  typeof value === 'object' ? value.join(', ') : String(value);

/** CHOICE as the question writes it: exactly, else but for case; undefined when it has no such choice. */
const choiceOf = (choices: readonly string[], choice: string) =>
  choices.includes(choice) ? choice : choices.find((it) => it.toLowerCase() === choice.toLowerCase());

function toBoolean(value: AttributeValue): AttributeValue | null {
  const text = asText(value).trim();
  if (yes.test(text)) return true;
  return no.test(text) ? false : null;
}

function toNumber(value: AttributeValue): AttributeValue | null {
  const text = asText(value).trim();
  const number = Number(text);
  return typeof value !== 'boolean' && text !== '' && Number.isFinite(number) ? number : null;
}

/**
 * VALUE as an answer to TYPE. LOST is what of it is no answer, for people; null when all of it is. An answer of
 * several choices keeps those that there are.
 */
export function fitted(
  type: AttributeType,
  value: AttributeValue,
): { readonly value: AttributeValue | null; readonly lost: string | null } {
  if (wrongAnswer(type, value) === null) return { value, lost: null };
  const all = (answer: AttributeValue | null) => ({
    value: answer,
    lost: answer === null ? asText(value) : null,
  });
  switch (type.kind) {
    case 'boolean':
      return all(toBoolean(value));
    case 'number':
      return all(toNumber(value));
    case 'text':
      return all(asText(value));
    case 'choice': {
      const given = typeof value === 'object' && value.length === 1 ? (value[0] as string) : asText(value);
      return all(choiceOf(type.choices, given) ?? null);
    }
    case 'multi-choice': {
      const given = typeof value === 'object' ? value : [String(value)];
      const kept = given.flatMap((it) => choiceOf(type.choices, it) ?? []);
      const lost = given.filter((it) => choiceOf(type.choices, it) === undefined);
      return {
        value: kept.length > 0 ? [...new Set(kept)] : null,
        lost: lost.length > 0 ? lost.join(', ') : null,
      };
    }
  }
}

/** The kind of question that all VALUES answer, where the file declares none. */
export function kindOf(values: readonly AttributeValue[]): AttributeKind {
  if (values.some((it) => typeof it === 'object')) return 'multi-choice';
  if (values.length > 0 && values.every((it) => typeof it === 'boolean')) return 'boolean';
  if (values.length > 0 && values.every((it) => typeof it === 'number')) return 'number';
  return 'text';
}

/** The choices that VALUES name and CHOICES lack, in the order of their first use. */
export function moreChoices(
  choices: readonly string[],
  values: readonly AttributeValue[],
): readonly string[] {
  const given = values.flatMap((it) => (typeof it === 'object' ? it : [String(it)]));
  return [...new Set([...choices, ...given])].filter((it) => it.trim() !== '');
}
