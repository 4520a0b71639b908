import type { TimerHandler } from '../timer/timer-handler.js';
import { claimTimer, setTimer } from '../timer/timer.js';
import { transition } from '../transition/run-transition.js';
import { announce } from '../webhook/announce.js';

/** The kind of timer that looks for links that have just expired; set it once at start. */
export const linkExpiryTimer = 'link-expiry';

const everyMs = 10_000;

/**
 * Announces the links that expired since the last look, and looks again soon. Nothing else happens to them: that a link
 * has expired is derived from the clock wherever it is asked.
 */
export const onLinkExpiryTimer: TimerHandler = async (deps, timer) => {
  await transition(deps, async (t) => {
    if (!(await claimTimer(t.q, timer))) return;
    const last = await t.q.get<{ at: number }>('select at from sweep where name = $1', linkExpiryTimer);
    const expired = await t.q.all<{ id: string; expires_at: number }>(
      `select id, expires_at from call_link
       where expires_at > $1 and expires_at <= $2 and used_at is null and revoked_at is null order by expires_at, id`,
      last?.at ?? t.now,
      t.now,
    );
    for (const link of expired) announce(t, 'link.expired', link.id, { linkId: link.id, expiredAt: link.expires_at });
    await t.q.run(
      'insert into sweep (name, at) values ($1, $2) on conflict (name) do update set at = excluded.at',
      linkExpiryTimer,
      t.now,
    );
    await setTimer(t.q, linkExpiryTimer, timer.ref, t.now + everyMs);
  });
};
