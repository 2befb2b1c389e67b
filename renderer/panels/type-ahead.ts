/** In a list, typing letters goes to the next row whose name begins with them. */
import { type KeyboardEvent, useRef } from 'react';
import type { ListRow } from './document-rows';

const PAUSE_MS = 900;

/** A key handler that answers true when it used the key. ACTIVATE gets the path of the row that matches. */
export function useTypeAhead(rows: readonly ListRow[], activate: (path: string) => void) {
  const typed = useRef({ text: '', at: 0 });
  return (event: KeyboardEvent): boolean => {
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey || event.key === ' ')
      return false;
    const now = event.timeStamp;
    const text = (now - typed.current.at > PAUSE_MS ? '' : typed.current.text) + event.key.toLowerCase();
    typed.current = { text, at: now };
    const hit = rows.find((row) => row.kind === 'document' && row.name.toLowerCase().startsWith(text));
    if (hit?.kind === 'document') activate(hit.document.path);
    return true;
  };
}
