/** A row of the table: what was measured how often, and what its numbers come to. */
import { type Budget, budgetOf } from './budgets';

export interface Row {
  readonly operation: string;
  readonly size: string;
  readonly unit: 'ms' | '%' | 'MB';
  readonly samples: readonly number[];
  readonly budget: Budget | null;
}

export function row(
  operation: string,
  size: string,
  samples: readonly number[],
  unit: Row['unit'] = 'ms',
): Row {
  return { operation, size, unit, samples, budget: budgetOf(operation, size) };
}

/** The smallest sample that SHARE of all samples do not exceed (nearest rank); NaN without samples. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export type Verdict = 'ok' | 'over' | '';

export function verdict({ samples, budget }: Row): Verdict {
  if (!budget) return '';
  return percentile(samples, 0.5) <= budget[0] && percentile(samples, 0.95) <= budget[1] ? 'ok' : 'over';
}
