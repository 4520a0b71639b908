import { Problem, type LocalTimeOption } from '@carillon/contract';

const has = <K extends string>(value: unknown, key: K): value is Record<K, unknown> =>
  typeof value === 'object' && value !== null && key in value;

/** The stable code of a refusal, whatever has thrown it; `unreachable` where the server was not reached. */
export function problemCode(error: unknown): string {
  return has(error, 'code') && typeof error.code === 'string' ? error.code : 'unreachable';
}

/** Names of the fields that were refused, where a refusal names some. */
export function problemFields(error: unknown): readonly string[] {
  return has(error, 'fields') && Array.isArray(error.fields) ? error.fields.map(String) : [];
}

/** The moments that may be meant, where the server asks. */
export function problemOptions(error: unknown): readonly LocalTimeOption[] {
  const found = Problem.shape.options.safeParse(has(error, 'options') ? error.options : undefined);
  return found.success ? (found.data ?? []) : [];
}

/** Who answered instead, where a refusal says so. */
export function problemSubject(error: unknown): string | null {
  if (has(error, 'answeredBy') && typeof error.answeredBy === 'string') return error.answeredBy;
  return has(error, 'problem') ? problemSubject(error.problem) : null;
}
