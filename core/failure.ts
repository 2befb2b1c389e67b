/** What went wrong, said so that a person knows what happened, what is safe, and what to do next. */
export interface Failure {
  /** Stable name for programs: `not-found`, `newer-version`, `locked`, `disk-full`, … */
  readonly code: string;
  /** One or two plain sentences: what happened, what is safe, what to do next. */
  readonly message: string;
}

/** An expected outcome: a value, or the reason why there is none. A broken invariant throws instead. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: string, message: string): Result<never> => ({
  ok: false,
  failure: { code, message },
});

/** Makes a forgotten case of a union a compile error, and a loud one at run time. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
