/** How often the rows of the schema are used, counted in the background. */
import { useEffect, useState } from 'react';
import type { UsageRow } from '../../core/contract';
import { emptySchema } from '../../core/model';
import { useSession } from '../state';
import { currentSchema, usageOf } from './use';

/** By the key of a loss: `label/<id>`, `answer/<id>`, … Null until it is known. Counted anew after every step. */
export function useUsage(): ReadonlyMap<string, readonly UsageRow[]> | null {
  const [usage, setUsage] = useState<ReadonlyMap<string, readonly UsageRow[]> | null>(null);
  const step = useSession((state) => state.history.entries[state.history.position - 1]);
  const documents = useSession((state) => state.project?.documents);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step, or other documents, make other counts
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
  }, [step, documents]);
  return usage;
}
