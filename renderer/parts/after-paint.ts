/** For what may follow a moment after the text: the frame of a key belongs to the text alone. */
import { useEffect, useState } from 'react';

/** VALUE as it was before the last frame was painted. (A deferred value of React's still renders before it.) */
export function useAfterPaint<T>(value: T): T {
  const [shown, show] = useState(value);
  useEffect(() => {
    if (value === shown) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => show(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, shown]);
  return shown;
}
