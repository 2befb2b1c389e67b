/** What the import would do, found out anew after each choice. */
import { useEffect, useState } from 'react';
import type { ImportReport } from '../../../core/exchange/report';
import type { Result } from '../../../core/failure';
import type { Importing } from '../../session/importing';
import { type Choices, optionsOf } from './choices';
import type { Step } from './StepBar';

export interface Plan {
  /** The newest that is known; null before the first. */
  readonly result: Result<ImportReport> | null;
  /** RESULT is of what is chosen now. */
  readonly isCurrent: boolean;
  readonly step: Step | null;
}

/** Whoever types a name is not planned for at every key, in ms. */
const PAUSE = 150;

/** CHOICES must be the same object as long as nothing is chosen; PAUSED while something is written. */
export function usePlan(importing: Importing | null, choices: Choices, paused: boolean): Plan {
  const [plan, setPlan] = useState<Plan>({ result: null, isCurrent: false, step: null });
  useEffect(() => {
    if (paused || !importing) return;
    let isOver = false;
    setPlan((now) => ({ ...now, isCurrent: false }));
    const timer = setTimeout(async () => {
      const result = await importing.plan(optionsOf(choices), (...step) => {
        if (!isOver) setPlan((now) => ({ ...now, step }));
      });
      if (!isOver) setPlan({ result, isCurrent: true, step: null });
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [importing, choices, paused]);
  return plan;
}
