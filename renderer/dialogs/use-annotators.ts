import { useEffect, useState } from 'react';
import type { Annotator } from '../../core/model';
import { call } from '../api';

/** Everybody who annotated the project; empty until it is known. */
export function useAnnotators(): readonly Annotator[] {
  const [found, setFound] = useState<readonly Annotator[]>([]);
  useEffect(() => {
    let isOver = false;
    void call('export.annotators', null).then((all) => {
      if (all.ok && !isOver) setFound(all.value);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return found;
}
