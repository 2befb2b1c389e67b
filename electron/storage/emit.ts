import type { EventName, Events } from '../../core/contract';

/** Tells the window something unasked. */
export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void;
