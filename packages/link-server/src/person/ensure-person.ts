import type { PhoneNumber } from '@carillon/contract';
import type { Deps } from '../deps.js';
import type { Query } from '../store/database.js';
import { fold } from './fold-name.js';

export interface NewPerson {
  readonly name: string;
  readonly numbers: readonly PhoneNumber[];
  /** Queue in which they have an open conversation from the start, if any. */
  readonly queueId?: string;
}

/** Makes a person with a number known. One whose number is known already is left as they are. */
export function ensurePerson({ db, ids, now }: Deps, { name, numbers, queueId }: NewPerson): Promise<void> {
  const write = async (q: Query) => {
    for (const number of numbers)
      if (await q.get('select 1 as found from person_number where number = $1', number)) return;
    const id = ids.id('per');
    await q.run('insert into person (id, name, folded) values ($1, $2, $3)', id, name, fold(name));
    for (const number of numbers)
      await q.run('insert into person_number (number, person_id) values ($1, $2)', number, id);
    if (queueId === undefined) return;
    const conversationId = ids.id('con');
    await q.run(
      `insert into conversation (id, person_id, title, status, queue_id, opened_at, updated_at) values ($1, $2, $3, 'open', $4, $5, $5)`,
      conversationId,
      id,
      name,
      queueId,
      now(),
    );
    await q.run(
      `insert into conversation_event (id, conversation_id, at, seq, type, actor) values ($1, $2, $3, 0, 'conversation_opened', $4)`,
      ids.id('tle'),
      conversationId,
      now(),
      name,
    );
  };
  // Servers that start together would both find nobody.
  return db.tx(write, { serial: true });
}
