/** Text while it is typed: saved when the typing rests, and when one leaves the field. */
import { useEffect, useRef, useState } from 'react';

const IDLE_MS = 800;

/**
 * The draft of VALUE and what changes it; SAVE is called with what is to be kept. KEY names what the field is
 * about: when it changes, or the field goes, the draft is saved where it belongs.
 */
export function useDraft(value: string, save: (draft: string) => void) {
  const [draft, setDraft] = useState(value);
  const [base, setBase] = useState(value);
  const latest = useRef({ draft, value, save });
  latest.current = { draft, value, save };
  if (base !== value) {
    // Undo, or a change from outside, wrote it: what is shown follows.
    setBase(value);
    setDraft(value);
  }
  const flush = () => {
    const now = latest.current;
    if (now.draft !== now.value) now.save(now.draft);
  };
  const flushRef = useRef(flush);
  flushRef.current = flush;
  useEffect(() => {
    if (draft === value) return;
    const timer = setTimeout(() => flushRef.current(), IDLE_MS);
    return () => clearTimeout(timer);
  }, [draft, value]);
  useEffect(() => () => flushRef.current(), []);
  return { draft, setDraft, flush };
}
