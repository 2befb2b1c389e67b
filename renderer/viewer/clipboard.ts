/** What leaves the viewer is a slice of the canonical text, never what the DOM makes of it. */

/** Serves copying and dragging out of ROOT; SELECTED gives the text, empty when there is none. */
export function serveClipboard(root: HTMLElement, selected: () => string, signal: AbortSignal): void {
  const onCopy = (event: ClipboardEvent) => {
    const text = selected();
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    // Lexical listens too and would have its own idea of the text.
    event.stopImmediatePropagation();
  };
  const onDrag = (event: DragEvent) => {
    const text = selected();
    if (!text || !event.dataTransfer) return event.preventDefault();
    event.dataTransfer.clearData();
    event.dataTransfer.setData('text/plain', text);
    event.dataTransfer.effectAllowed = 'copy';
  };
  root.addEventListener('copy', onCopy, { signal, capture: true });
  root.addEventListener('cut', onCopy, { signal, capture: true });
  root.addEventListener('dragstart', onDrag, { signal, capture: true });
}
