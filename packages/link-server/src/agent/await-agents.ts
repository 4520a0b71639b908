import type { Deps } from '../deps.js';
import { setTimers } from '../timer/timer.js';
import { agentTimer } from './agent-timers.js';

/**
 * Nobody could say that they are there while the server was away (E-23). Whoever was when it went has the usual time from
 * its return on, so that what rings at them or is being passed on to them goes on. After an absence of more than a call
 * waits for a side nobody is counted on. On PostgreSQL other servers were there meanwhile.
 */
export async function awaitAgents({ db, now, settings }: Deps): Promise<void> {
  if (db.dialect !== 'sqlite') return;
  const at = now();
  const until = at + settings.presenceGoneMs;
  await db.tx(async (q) => {
    const awaited = await q.all<{ id: string }>(
      `update agent set presence_until = $1 where presence_until < $1 and presence_until > $2
         and id in (select ref from timer where kind = $3) returning id`,
      until,
      at - settings.absentMs,
      agentTimer,
    );
    await setTimers(
      q,
      awaited.map(({ id }) => ({ kind: agentTimer, ref: id, dueAt: until })),
    );
  });
}
