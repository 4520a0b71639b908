import type { Query } from '../store/database.js';
import type { TimerHandler } from '../timer/timer-handler.js';
import { claimTimer, setTimer } from '../timer/timer.js';
import { removeUnused } from '../uploaded/unused.js';

/** The kind of timer that removes what is kept no longer; set it once at start. */
export const retentionTimer = 'retention';

/** How long things are kept, in days; null: for good. */
export interface Retention {
  /** Customers' names, numbers and custom data of ended calls and of links that are over. */
  readonly callsDays: number | null;
  /** Conversations that are closed, with their messages, timeline, notes and title. */
  readonly conversationsDays: number | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What arrived is kept for a week, what was given up for a month. */
const deliveredMs = 7 * dayMs;
const deadMs = 30 * dayMs;

/** Makes the handler that tidies up every hour. */
export const onRetentionTimer =
  (retention: Retention): TimerHandler =>
  async ({ db, now }, timer) => {
    await db.tx(async (q) => {
      if (!(await claimTimer(q, timer))) return;
      await removeLeftovers(q, now());
      if (retention.callsDays !== null) await forgetCallers(q, now() - retention.callsDays * dayMs);
      if (retention.conversationsDays !== null)
        await forgetConversations(q, now() - retention.conversationsDays * dayMs);
      await setTimer(q, retentionTimer, timer.ref, now() + hourMs);
    });
  };

/** What only served to do things once, or to prove who somebody was. */
async function removeLeftovers(q: Query, now: number): Promise<void> {
  await q.run('delete from idempotency where at <= $1', now - dayMs);
  // LiveKit repeats a webhook for minutes; a day is what security.md F26 asks for.
  await q.run('delete from livekit_webhook where at <= $1', now - dayMs);
  await q.run('delete from agent_session where expires_at <= $1', now - dayMs);
  await q.run('delete from agent_stream where until <= $1', now);
  await q.run(`delete from webhook_delivery where state = 'delivered' and created_at <= $1`, now - deliveredMs);
  await removeUnused(q, 'picture', now);
  await removeUnused(q, 'sound', now);
  await q.run(`delete from webhook_delivery where state = 'dead' and created_at <= $1`, now - deadMs);
}

/** Takes out of ended calls and links who it was. That there was a call, and how long, stays. */
async function forgetCallers(q: Query, before: number): Promise<void> {
  await q.run(
    `update call set caller_name = null, caller_number = null
     where state = 'ended' and ended_at <= $1 and (caller_name is not null or caller_number is not null)`,
    before,
  );
  await q.run(
    `update call_link set display_name = null, custom_data = null
     where expires_at <= $1 and (display_name is not null or custom_data is not null)
       and not exists (select 1 from call where call.link_id = call_link.id and (call.state <> 'ended' or call.ended_at > $1))`,
    before,
  );
  await q.run(
    `update callback set name = null, number = null
     where state = 'done' and done_at <= $1 and (name is not null or number is not null)`,
    before,
  );
  // A call's stream holds the caller's name in each event.
  await q.run(
    `delete from event where at <= $1 and stream in (
       select 'call:' || id from call where state = 'ended' and ended_at <= $1)`,
    before,
  );
}

/** Empties closed conversations of what was said and noted. */
async function forgetConversations(q: Query, before: number): Promise<void> {
  const closed = `select id from conversation where status = 'closed' and updated_at <= $1`;
  await q.run(`delete from conversation_event where conversation_id in (${closed})`, before);
  await q.run(`delete from message where conversation_id in (${closed})`, before);
  await q.run(
    `update wrapup set note = '', summary = '', answers = '[]'
     where (note <> '' or summary <> '' or answers <> '[]') and conversation_id in (${closed})`,
    before,
  );
  await q.run(`update conversation set title = '' where title <> '' and id in (${closed})`, before);
}
