import type { CallLinkList, CallLinkState, ListCallLinksQuery } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
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

/**
 * Links that the agent may see, newest first, a page at a time: whatever is made or revoked meanwhile, no page shows
 * one twice or leaves one out. @throws {DomainError} `invalid_request` for a cursor that is none
 */
export async function listCallLinks({ db, now }: Deps, request: ListCallLinks): Promise<CallLinkList> {
  const { agentId, state, createdBy, conversationId, cursor, limit } = request;
  const at = now();
  const args: Value[] = [agentId];
  const conditions = [linksOfAgent];
  const add = (condition: (place: string) => string, value: Value) => {
    args.push(value);
    conditions.push(condition(`$${args.length}`));
  };
  if (state !== undefined) add(inState[state], at);
  if (createdBy !== undefined) add((place) => `call_link.created_by = ${place}`, createdBy);
  if (conversationId !== undefined) add((place) => `call_link.conversation_id = ${place}`, conversationId);
  if (cursor !== undefined) {
    const after = readCursor(cursor);
    add((place) => `call_link.created_at <= ${place}`, after.createdAt);
    const created = `$${args.length}`;
    add((place) => `(call_link.created_at < ${created} or call_link.id < ${place})`, after.id);
  }
  const rows = await db.read((q) =>
    q.all<ListedLinkRow>(
      `select ${linkColumns} where ${conditions.join(' and ')}
       order by call_link.created_at desc, call_link.id desc limit ${limit + 1}`,
      ...args,
    ),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? writeCursor(last) : null;
  return { links: shown.map((row) => toCallLink(row, at)), next, serverNow: at };
}

const writeCursor = ({ created_at, id }: ListedLinkRow) => Buffer.from(`${created_at}.${id}`).toString('base64url');

function readCursor(cursor: string): { readonly createdAt: number; readonly id: string } {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, createdAt, id] = /^(\d{1,15})\.(lnk_[A-Za-z0-9_-]{22})$/.exec(text) ?? [];
  if (createdAt === undefined || id === undefined) throw new DomainError('invalid_request', { fields: ['cursor'] });
  return { createdAt: Number(createdAt), id };
}
