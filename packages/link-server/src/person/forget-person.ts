import type { Done, Person } from '@carillon/contract';
import type { Deps } from '../deps.js';
import { DomainError } from '../domain-error.js';
import type { Query } from '../store/database.js';
import { transition } from '../transition/run-transition.js';
import { readPerson } from './find-person.js';
import { dropAddresses } from './keep-addresses.js';

/**
 * Forgets a person: who they are, and what was said and noted with them. That there were calls, when and how long, stays.
 * Their conversations are closed. @throws {DomainError} `not_found`, `person_on_call`
 */
export function forgetPerson(deps: Deps, { personId }: { readonly personId: string }): Promise<Done> {
  return transition(deps, async (t) => {
    const { q } = t;
    const person = await readPerson(q, personId);
    const live = `select 1 as found from call where state <> 'ended' and conversation_id in (${ofPerson}) limit 1`;
    if (await q.get(live, personId)) throw new DomainError('person_on_call');
    await forgetTold(q, person);
    await forgetCalls(q, personId);
    await forgetLinks(q, personId, t.now);
    await q.run(`delete from conversation_event where conversation_id in (${ofPerson})`, personId);
    await q.run(`delete from message where conversation_id in (${ofPerson})`, personId);
    await q.run(
      `update wrapup set note = '', summary = '', answers = '[]' where conversation_id in (${ofPerson})`,
      personId,
    );
    const closed = await q.all<{ id: string }>(
      `update conversation set person_id = null, title = '', status = 'closed', updated_at = $2
       where person_id = $1 returning id`,
      personId,
      t.now,
    );
    for (const { id } of closed) t.conversations.add(id);
    await dropAddresses(q, personId);
    await q.run('delete from person where id = $1', personId);
    return { serverNow: t.now };
  });
}

const ofPerson = 'select id from conversation where person_id = $1';

/** Takes out of what agents' pages were told of these conversations and calls who it was; that something was told stays. */
async function forgetTold(q: Query, { id, name, numbers, emails }: Person): Promise<void> {
  const calls = `select * from call where conversation_id in (${ofPerson})`;
  const callers = await q.all<{ caller_name: string | null; caller_number: string | null }>(calls, id);
  const words = new Set([
    name,
    ...numbers,
    ...emails,
    ...callers.flatMap((call) => [call.caller_name, call.caller_number]),
  ]);
  for (const word of words)
    if (word !== null)
      await q.run(
        `update event set body = replace(body, $2, $3)
         where stream like 'agent:%' and replace(body, $2, '') <> body
           and (exists (select 1 from conversation where person_id = $1 and replace(body, conversation.id, '') <> body)
             or exists (select 1 from call where conversation_id in (${ofPerson}) and replace(body, call.id, '') <> body))`,
        id,
        JSON.stringify(word),
        word.startsWith('+') ? 'null' : '""',
      );
}

/** Takes out of calls, and of what their pages were told, who it was. */
async function forgetCalls(q: Query, personId: string): Promise<void> {
  const calls = `from call where conversation_id in (${ofPerson})`;
  await q.run(`delete from event where stream in (select 'call:' || id ${calls})`, personId);
  await q.run(`update call set caller_name = null, caller_number = null where id in (select id ${calls})`, personId);
}

/** Takes back the links that still open, and out of all of them who it was. */
async function forgetLinks(q: Query, personId: string, now: number): Promise<void> {
  const links = `conversation_id in (${ofPerson})`;
  await q.run(
    `update call_link set revoked_at = $2 where ${links} and revoked_at is null and used_at is null and expires_at > $2`,
    personId,
    now,
  );
  await q.run(`update call_link set display_name = null, custom_data = null where ${links}`, personId);
}
