import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { CallRow } from '../transition/rows.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { agentConnected } from './agent-connected.js';
import { customerToken } from './customer-token.js';
import { endCallByAgent } from './end-call-by-agent.js';
import { expectedAt } from './expected-at.js';

const hour = 3_600_000;
const row = (changes: Partial<CallRow>) =>
  ({ position: 2, queued_at: 10 * hour, answered_at: 10 * hour, answer_every_ms: 120_000, ...changes }) as CallRow;

describe('when a call that waits will be answered', () => {
  for (const [title, changes, at] of [
    ['is as many answers away as there are before it', {}, 10 * hour + 240_000],
    ['counts from the last answer', { answered_at: 10 * hour + 60_000 }, 10 * hour + 300_000],
    ['counts from its own coming after a quiet hour', { answered_at: 9 * hour }, 10 * hour + 240_000],
    ['is unknown after more than a quiet hour', { answered_at: 9 * hour - 1 }, null],
    ['is unknown where nobody was ever answered', { answered_at: null, answer_every_ms: null }, null],
    ['is past once it has no place in the line', { position: null }, null],
  ] as const)
    it(title, () => assert.equal(expectedAt(row(changes)), at));
});

describe('the pace of a queue', () => {
  let center: CallCenter;
  beforeEach(async () => (center = await createCallCenter()));
  afterEach(() => center.close());

  /** A customer comes, waits so long, is answered, talks and goes; then a minute of quiet. What they were told at first. */
  async function answered(ana: Awaited<ReturnType<CallCenter['agent']>>, waitMs: number) {
    const guest = await center.customer();
    const { call, media } = await guest.call();
    await center.pass(waitMs, [guest, ana]);
    const grant = await ana.accept();
    const { room } = center.livekit.joinWith(media?.token ?? '');
    center.livekit.joinWith(grant.media.token);
    center.livekit.publish(room, grant.media.identity);
    await agentConnected(center.deps, { agentId: ana.id, callId: call.id });
    await endCallByAgent(center.deps, { agentId: ana.id, callId: call.id });
    await center.pass(60_000, [ana]);
    return call.expectedAt;
  }

  it('is unknown to the first, and told to those who come after an answer, by the server’s clock', async () => {
    const ana = await center.agent('Ana');
    assert.equal(await answered(ana, 10_000), null);
    await ana.setStatus('away');
    const [second, third] = [await center.customer(), await center.customer()];
    await second.call();
    const at = center.deps.now();
    center.clock.moveTo(at + 1);
    await third.call();
    const told = async (guest: typeof second) => (await customerToken(center.deps, guest.key)).call.expectedAt;
    assert.deepEqual([await told(second), await told(third)], [at + 10_000, at + 1 + 20_000]);
  });

  it('is what the line took from one answer to the next, and nothing in which nobody waited', async () => {
    const ana = await center.agent('Ana');
    await answered(ana, 10_000);
    await answered(ana, 20_000);
    const pace = await center.deps.db.read((q) =>
      q.get<{ answer_every_ms: number }>('select answer_every_ms from queue where id = $1', center.queueId),
    );
    assert.equal(pace?.answer_every_ms, 13_000);
  });
});
