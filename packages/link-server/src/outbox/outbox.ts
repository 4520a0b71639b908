import type { Query } from '../store/database.js';
import { setTimer } from '../timer/timer.js';
import type { Role } from '../token/role-table.js';

/** Something LiveKit has to be told. */
export type LiveKitEffect =
  | { readonly type: 'delete-room'; readonly room: string }
  | { readonly type: 'grant'; readonly room: string; readonly identity: string; readonly role: Role }
  | { readonly type: 'remove'; readonly room: string; readonly identity: string };

/** The kind of timer that drains the outbox; its ref is the row's target. */
export const outboxTimer = 'outbox';

const targetOf = (effect: LiveKitEffect): string =>
  effect.type === 'delete-room' ? effect.room : `${effect.room}/${effect.identity}`;

/**
 * Leaves word for LiveKit in the transaction that decided it. It is carried out right after the commit and retried until
 * it succeeds. A later effect on the same participant replaces one still waiting: only the newest counts.
 */
export async function enqueue(q: Query, effect: LiveKitEffect, at: number): Promise<void> {
  const target = targetOf(effect);
  await q.run(
    `insert into outbox (target, effect) values ($1, $2)
     on conflict (target) do update set effect = excluded.effect`,
    target,
    JSON.stringify(effect),
  );
  await setTimer(q, outboxTimer, target, at);
}
