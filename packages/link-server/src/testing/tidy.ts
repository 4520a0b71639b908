import assert from 'node:assert/strict';
import { onRetentionTimer, retentionTimer, type Retention } from '../retention/retention.js';
import { earliestTimers } from '../timer/due-timers.js';
import { runTimer } from '../timer/run-timer.js';
import { setTimer } from '../timer/timer.js';
import type { CallCenter } from './call-center.js';

/** Moves the clock of a call center and lets it tidy up; nothing is too old unless that is said. */
export async function tidy({ deps, clock }: CallCenter, ms: number, retention: Partial<Retention> = {}): Promise<void> {
  clock.moveTo(deps.now() + ms);
  await deps.db.tx((q) => setTimer(q, retentionTimer, '', 0));
  const [timer] = await earliestTimers(deps.db, 1);
  assert.ok(timer);
  const all = { callsDays: null, conversationsDays: null, ...retention };
  await runTimer(deps, { [retentionTimer]: onRetentionTimer(all) }, timer);
}
