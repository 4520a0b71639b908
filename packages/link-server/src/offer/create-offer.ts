import { logEvent } from '../conversation/log-event.js';
import { setTimer } from '../timer/timer.js';
import { readAgent } from '../agent/read-agent.js';
import type { CallRow } from '../transition/rows.js';
import type { Transition } from '../transition/transition.js';
import { announce, idsOfCall } from '../webhook/announce.js';
import { ringTimer } from './offer-timers.js';

/**
 * Rings a waiting call at an agent, for as long as its queue says and not beyond `latest`. The identity is theirs for the
 * whole call, should they answer.
 */
export async function createOffer(t: Transition, call: CallRow, agentId: string, latest = Infinity): Promise<void> {
  const { q, now, deps } = t;
  const { changes } = await q.run(
    `update call set state = 'offering', version = version + 1 where id = $1 and state = 'queued'`,
    call.id,
  );
  if (changes === 0) return;
  const id = deps.ids.id('off');
  const queue = await q.get<{ ring_ms: number | null }>(
    'select coalesce(ring_ms, (select ring_ms from company where id = 1)) as ring_ms from queue where id = $1',
    call.queue_id,
  );
  const expiresAt = Math.min(latest, now + (queue?.ring_ms ?? deps.settings.ringMs));
  await q.run(
    `insert into offer (id, call_id, agent_id, identity, state, created_at, expires_at) values ($1, $2, $3, $4, 'ringing', $5, $6)`,
    id,
    call.id,
    agentId,
    deps.ids.id('par'),
    now,
    expiresAt,
  );
  await setTimer(q, ringTimer, id, expiresAt);
  const agent = await readAgent(q, agentId);
  await logEvent(t, { conversationId: call.conversation_id, type: 'call_offered', actor: agent.name });
  announce(t, 'call.offered', call.id, { ...idsOfCall({ ...call, agent_id: agentId }), offerId: id });
  t.offers.add(id);
  t.calls.add(call.id);
  t.agents.add(agentId);
}
