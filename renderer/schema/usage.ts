/** How often the rows of the schema are used, counted in the background. */
import { useEffect, useState } from 'react';
import { emptySchema } from '../../core/model';
import type { UsageRow } from '../../core/views';
import { useSession } from '../state';
import { currentSchema, usageOf } from './use';

/** By the key of a loss: `label/<id>`, `answer/<id>`, … Null until it is known. Counted anew after steps that changed documents. */
export function useUsage(): ReadonlyMap<string, readonly UsageRow[]> | null {
  const [usage, setUsage] = useState<ReadonlyMap<string, readonly UsageRow[]> | null>(null);
  const steps = useSession(
    ({ history }) =>
      history.entries
        .slice(0, history.position)
        .filter((entry) => entry.parts.some((part) => part.document !== null)).length,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step makes other counts
  useEffect(() => {
    let isCurrent = true;
    const schema = currentSchema();
    // Without labels an annotation's answers are its label's matter, so both are asked for.
    void Promise.all([
      usageOf({ ...schema, labels: [] }),
      usageOf({ ...emptySchema, labels: schema.labels }),
    ]).then((counts) => {
      if (!isCurrent) return;
      const losses = counts.flatMap((it) => (it.ok ? it.value.losses : []));
      setUsage(new Map(losses.map((it) => [it.key, it.documents])));
    });
    return () => {
      isCurrent = false;
    };
  }, [steps]);
  return usage;
}
