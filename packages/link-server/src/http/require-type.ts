import { DomainError } from '../domain-error.js';
import type { AppContext } from './app-env.js';

/** Who declares another type means no such file; what it is, its bytes say. @throws {DomainError} `refusal` */
export function requireType(
  c: AppContext,
  types: readonly string[],
  refusal: 'picture_unsupported' | 'sound_unsupported',
): void {
  if (!types.includes((c.req.header('content-type') ?? '').toLowerCase())) throw new DomainError(refusal);
}
