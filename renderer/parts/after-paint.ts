/** For what may follow a moment after the text: the frame of a key belongs to the text alone. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { get, type State, store } from '../state';

/** The state as it was when the last frame was painted. */
const painted = createStore<State>(get);

/** In ms: the frame is drawn by other threads, which need the processor now more than the panels do. */
const REST = 4;
/** A hidden window paints no frames: there it follows after so many ms. */
const PATIENCE = 100;

let timer: ReturnType<typeof setTimeout> | undefined;
let frame: number | undefined;

/** Brings what is shown after the paint up to the state now, for whoever can't wait. */
export function catchUp(): void {
  clearTimeout(timer);
  if (frame !== undefined) cancelAnimationFrame(frame);
  frame = undefined;
  painted.setState(get(), true);
}

store.subscribe(() => {
  if (frame !== undefined) return;
  timer = setTimeout(catchUp, PATIENCE);
  frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(catchUp, REST);
  });
});

/**
 * As useSession, but one frame later, and all such readers at once. (A deferred value of React's still renders
 * before the frame.) Not for what is typed into: a field must have its own value back at once.
 */
export const usePainted = <T>(select: (state: State) => T): T => useStore(painted, select);
