/** The text of guidelines.md, read when it is looked at and again when it changes. */
import { useEffect, useState } from 'react';
import { call, on } from '../api';
import { useSession } from '../state';

export interface Guidelines {
  readonly isRead: boolean;
  /** Null when there is no such file. */
  readonly text: string | null;
  readonly failure: string | null;
}

const unread: Guidelines = { isRead: false, text: null, failure: null };

export function useGuidelines(): Guidelines {
  const folder = useSession((state) => state.project?.folder);
  const [guidelines, setGuidelines] = useState(unread);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another project has other guidelines
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const answer = await call('guidelines.read', null);
      if (!isCurrent) return;
      if (answer.ok) setGuidelines({ isRead: true, text: answer.value, failure: null });
      else setGuidelines({ isRead: true, text: null, failure: answer.failure.message });
    };
    setGuidelines(unread);
    void read();
    const stop = on('guidelines.changed', () => void read());
    return () => {
      isCurrent = false;
      stop();
    };
  }, [folder]);
  return guidelines;
}
