import type { CallLinkList, CallLinkState, ListCallLinksQuery } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { readPage, type PageOrder } from '../paging/read-page.js';
import type { Value } from '../store/database.js';
import { linkColumns, linksOfAgent, type ListedLinkRow } from './read-call-link.js';
import { toCallLink } from './to-call-link.js';

export type ListCallLinks = ListCallLinksQuery & { readonly agentId: string };

const unused = 'call_link.revoked_at is null and call_link.used_at is null';
const open = (now: string) =>
  `${unused} and call_link.expires_at > ${now} and (call_link.opens_at is null or call_link.opens_at <= ${now})`;
const leased = (now: string) =>
  `(call_link.kind = 'one-time' and call_link.lease_until is not null and call_link.lease_until > ${now})`;

/** The states as the record has them, by the parameter that is the time. */
const inState: Readonly<Record<CallLinkState, (now: string) => string>> = {
  revoked: (now) => `call_link.revoked_at <= ${now}`,
  used: (now) => `call_link.revoked_at is null and call_link.used_at <= ${now}`,
  expired: (now) => `${unused} and call_link.expires_at <= ${now}`,
  'not-open': (now) => `${unused} and call_link.expires_at > ${now} and call_link.opens_at > ${now}`,
  leased: (now) => `${open(now)} and ${leased(now)}`,
  available: (now) => `${open(now)} and not ${leased(now)}`,
};

/** Links that the agent may see, newest first, a page at a time. @throws {DomainError} `invalid_request` for a cursor that is none */
export async function listCallLinks({ db, now }: Deps, request: ListCallLinks): Promise<CallLinkList> {
  const { agentId, state, createdBy, conversationId, ...page } = request;
  const at = now();
  const args: Value[] = [agentId];
  const where = [linksOfAgent];
  const add = (condition: (place: string) => string, value: Value) => {
    args.push(value);
    where.push(condition(`$${args.length}`));
  };
  if (state !== undefined) add(inState[state], at);
  if (createdBy !== undefined) add((place) => `call_link.created_by = ${place}`, createdBy);
  if (conversationId !== undefined) add((place) => `call_link.conversation_id = ${place}`, conversationId);
  const { rows, next } = await db.read((q) =>
    readPage<ListedLinkRow>(q, { select: `select ${linkColumns}`, where, args, order: newestFirst, page }),
  );
  return { links: rows.map((row) => toCallLink(row, at)), next, serverNow: at };
}

const newestFirst: PageOrder<ListedLinkRow> = {
  by: 'call_link.created_at',
  is: 'number',
  id: 'call_link.id',
  descending: true,
  of: ({ created_at, id }) => [created_at, id],
};
