import { CallLinkCode } from '@carillon/contract';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { hashSecret } from '../transition/hash-secret.js';
import type { CallLinkRow } from '../transition/rows.js';

/**
 * The link of a code. Unknown, malformed and revoked codes cannot be told apart, by their answer or its time: each costs
 * one hash and one look-up. @throws {DomainError} `link_unavailable`
 */
export async function findLink(q: Query, code: string): Promise<CallLinkRow> {
  const wellFormed = CallLinkCode.safeParse(code).success;
  const row = await q.get<CallLinkRow>('select * from call_link where code_hash = $1', hashSecret(code.slice(0, 64)));
  if (!row || !wellFormed || row.revoked_at !== null) throw new DomainError('link_unavailable');
  return row;
}
