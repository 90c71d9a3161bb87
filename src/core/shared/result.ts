/** An expected outcome: either a value or a tagged error. Bugs throw; expected failures travel here. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <const E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Makes a forgotten variant a compile error, and a loud bug should one slip through at run time. */
export function unreachable(value: never): never {
  throw new Error(`unreachable variant: ${typeof value}`);
}
