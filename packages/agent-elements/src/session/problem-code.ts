const has = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
  typeof value === 'object' && value !== null && key in value;

/** The stable code of a refusal, whatever has thrown it; `unreachable` where the server was not reached. */
export function problemCode(error: unknown): string {
  return has(error, 'code') && typeof error.code === 'string' ? error.code : 'unreachable';
}

/** Who answered instead, where a refusal says so. */
export function problemSubject(error: unknown): string | null {
  if (has(error, 'answeredBy') && typeof error.answeredBy === 'string') return error.answeredBy;
  return has(error, 'problem') ? problemSubject(error.problem) : null;
}
