import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CreateLinkConfigurationRequest, type LinkRouting } from '@carillon/contract';
import { agentStreamClosed } from '../agent/agent-streams.js';
import { agentConnected } from '../call/agent-connected.js';
import { agentMediaFailed } from '../call/agent-media-failed.js';
import { customerFarewell } from '../call/customer-farewell.js';
import { customerLeave } from '../call/customer-leave.js';
import { endCallByAgent } from '../call/end-call-by-agent.js';
import { createCallLink } from '../call-link/create-call-link.js';
import { createConfiguration } from '../call-link/create-configuration.js';
import { acceptOffer } from '../offer/accept-offer.js';
import { declineOffer } from '../offer/decline-offer.js';
import { createCallCenter, type CallCenter } from '../testing/call-center.js';
import { closeWrapUp } from '../wrap-up/close-wrap-up.js';
import { sharerRingEnd, sharerTurn } from './sharer-turn.js';

type Agent = Awaited<ReturnType<CallCenter['agent']>>;

describe('a call whose link an agent has shared (LNK-18, E-32)', () => {
  let center: CallCenter;
  /** Idle the longest: the queue's own rules would choose her. */
  let ana: Agent;
  /** Who shares the links. */
  let ben: Agent;
  beforeEach(async () => {
    center = await createCallCenter();
    ana = await center.agent('Ana');
    ben = await center.agent('Ben');
    await configure('first', { to: 'sharer', fallbackMs: 20_000, whenBusy: 'queue' });
    await configure('patient', { to: 'sharer', fallbackMs: 20_000, whenBusy: 'wait' });
  });
  afterEach(() => center.close());

  const configure = (key: string, routing: LinkRouting, queueId = center.queueId) =>
    createConfiguration(
      center.deps,
      CreateLinkConfigurationRequest.parse({
        ...{ key, name: key, kind: 'expiry', queueId, routing },
        brand: { name: 'N', color: '#0f62c4', welcome: 'W' },
      }),
    );

  /** A customer who calls with a link that Ben has shared, or somebody else. */
  async function calls(configuration: string, agentId: string | null = ben.id) {
    const { url } = await createCallLink(center.deps, { agentId, displayName: 'Jo', configuration });
    const guest = await center.customer(url.slice(url.lastIndexOf('/') + 1));
    const { call } = await guest.call();
    return { ...guest, id: call.id };
  }
  const rings = async (agent: Agent) => (await agent.ringing())?.callId;
  const decline = async (agent: Agent) =>
    declineOffer(center.deps, { agentId: agent.id, offerId: (await agent.ringing())?.id ?? '' });
  /** An agent who talks to somebody else. */
  async function busy(agent: Agent) {
    const others = [ana, ben].filter((one) => one !== agent);
    for (const other of others) await other.setStatus('away');
    const guest = await center.customer();
    const { call, media } = await guest.call();
    const { media: own } = await agent.accept();
    const { room } = center.livekit.joinWith(media?.token ?? '');
    center.livekit.joinWith(own.token);
    center.livekit.publish(room, own.identity);
    await agentConnected(center.deps, { agentId: agent.id, callId: call.id });
    for (const other of others) await other.setStatus('active');
    return { guest, free: () => endCallByAgent(center.deps, { agentId: agent.id, callId: call.id }) };
  }

  it('rings at them first, although others are idle longer', async () => {
    const { id } = await calls('first');
    assert.deepEqual([await rings(ben), await rings(ana)], [id, undefined]);
  });

  it('rings by the queue’s rules where the configuration says so, or nobody has shared it', async () => {
    const byQueue = await calls('default');
    assert.equal(await rings(ana), byQueue.id);
    await decline(ana);
    await customerLeave(center.deps, byQueue.key);
    const byNobody = await calls('first', null);
    assert.equal(await rings(ana), byNobody.id);
  });

  it('goes to the next agent at once when they decline', async () => {
    const { id } = await calls('first');
    await decline(ben);
    assert.deepEqual([await rings(ben), await rings(ana)], [undefined, id]);
  });

  it('rings at them until the fallback and not a millisecond longer, then in the queue', async () => {
    const guest = await calls('first');
    const offer = await ben.ringing();
    assert.equal((offer?.expiresAt ?? 0) - center.deps.now(), 20_000, 'and not the 30 seconds of the queue');
    await center.pass(19_999, [ana, ben, guest]);
    assert.deepEqual([await rings(ben), await rings(ana)], [guest.id, undefined]);
    await center.pass(1, [ana, ben, guest]);
    assert.deepEqual([await rings(ben), await rings(ana)], [undefined, guest.id]);
  });

  it('is answered by exactly one when the fallback and the answer come at once', async () => {
    const guest = await calls('first');
    const offer = await ben.ringing();
    await center.pass(19_999, [ana, ben, guest]);
    center.clock.moveTo(offer?.expiresAt ?? 0);
    const accept = acceptOffer(center.deps, { agentId: ben.id, offerId: offer?.id ?? '' });
    const [answer] = await Promise.allSettled([accept, center.settle()]);
    assert.equal(answer.status, 'rejected', 'the time is over for whoever answers in it');
    assert.equal(await rings(ana), guest.id);
  });

  it('goes to the next agent when their page closes while it rings, and stays there when they are back', async () => {
    const { id } = await calls('first');
    await agentStreamClosed(center.deps, { agentId: ben.id });
    assert.equal(await rings(ana), id);
    await ben.present();
    assert.deepEqual([await rings(ben), await rings(ana)], [undefined, id]);
  });

  it('rings at them again after the customer’s page was reloaded', async () => {
    const guest = await calls('first');
    await customerFarewell(center.deps, guest.key);
    assert.equal(await rings(ben), undefined);
    await guest.present();
    assert.deepEqual([await rings(ben), await rings(ana)], [guest.id, undefined]);
  });

  it('stops ringing when the customer leaves, and rings nowhere else (E-04)', async () => {
    const guest = await calls('first');
    await customerLeave(center.deps, guest.key);
    assert.deepEqual([await rings(ben), await rings(ana)], [undefined, undefined]);
  });

  it('goes to the queue, first in line, when they answer and their microphone fails (E-05)', async () => {
    const { id } = await calls('first');
    await ben.accept();
    await agentMediaFailed(center.deps, { agentId: ben.id, callId: id, reason: 'microphone_denied' });
    assert.deepEqual([await rings(ben), await rings(ana)], [undefined, id]);
  });

  for (const status of ['away', 'busy', 'offline'] as const)
    for (const configuration of ['first', 'patient'])
      it(`goes to the queue at once while they are ${status} (${configuration})`, async () => {
        await ben.setStatus(status);
        const { id } = await calls(configuration);
        assert.equal(await rings(ana), id);
      });

  it('goes to the queue at once while they talk to somebody else', async () => {
    await busy(ben);
    const { id } = await calls('first');
    assert.equal(await rings(ana), id);
  });

  it('still rings at them first when they become free before anybody could be asked', async () => {
    const { free } = await busy(ben);
    await ana.setStatus('away');
    const guest = await calls('first');
    await free();
    await center.pass(2_000, [ana, ben, guest]);
    await closeAnyWrapUp();
    assert.equal(await rings(ben), guest.id);
  });

  it('rings at nobody when they are not of its queue: to be asked, one has to be (RCV-5)', async () => {
    const stranger = await center.agent('Sela', { queues: [] });
    const { id } = await calls('first', stranger.id);
    assert.deepEqual([await rings(stranger), await rings(ana)], [undefined, id]);
  });

  it('takes its turn at them: the older call first, the newer one by the queue', async () => {
    const [older, newer] = [await calls('first'), await calls('first')];
    assert.deepEqual([await rings(ben), await rings(ana)], [older.id, newer.id]);
  });

  it('rings at them in a queue without automatic assignment, too, and at nobody else', async () => {
    await center.deps.db.tx((q) => q.run('update queue set auto_assign = 0'));
    const { id } = await calls('first');
    assert.deepEqual([await rings(ben), await rings(ana)], [id, undefined]);
    await decline(ben);
    assert.deepEqual([await rings(ben), await rings(ana)], [undefined, undefined], 'it waits to be taken');
  });

  it('rings for as long as its queue says, where that is shorter', async () => {
    await center.deps.db.tx((q) => q.run('update queue set ring_ms = 5000'));
    await calls('first');
    assert.equal(((await ben.ringing())?.expiresAt ?? 0) - center.deps.now(), 5_000);
  });

  describe('that waits for them', () => {
    it('rings at nobody else while they talk, and at them once they are free', async () => {
      const { free } = await busy(ben);
      const guest = await calls('patient');
      await center.pass(10_000, [ana, ben, guest]);
      assert.equal(await rings(ana), undefined);
      await free();
      await closeAnyWrapUp();
      assert.deepEqual([await rings(ben), await rings(ana)], [guest.id, undefined]);
      assert.equal(((await ben.ringing())?.expiresAt ?? 0) - center.deps.now(), 10_000, 'for what is left of the time');
    });

    it('rings in the queue when the time is over, and not a millisecond sooner', async () => {
      const { guest: other } = await busy(ben);
      const guest = await calls('patient');
      await center.pass(19_999, [ana, ben, guest, other]);
      assert.equal(await rings(ana), undefined);
      await center.pass(1, [ana, ben, guest, other]);
      assert.equal(await rings(ana), guest.id);
    });

    it('rings for three seconds at least, and at one of the two only, when they become free at the very end', async () => {
      const { free, guest: other } = await busy(ben);
      const guest = await calls('patient');
      await center.pass(19_999, [ana, ben, guest, other]);
      await free();
      await closeAnyWrapUp();
      assert.equal(((await ben.ringing())?.expiresAt ?? 0) - center.deps.now(), 3_000);
      await center.pass(2_999, [ana, ben, guest]);
      assert.deepEqual([await rings(ben), await rings(ana)], [guest.id, undefined]);
      await center.pass(1, [ana, ben, guest]);
      assert.deepEqual([await rings(ben), await rings(ana)], [undefined, guest.id]);
    });

    it('goes to the queue when they stop working meanwhile', async () => {
      const { free } = await busy(ben);
      const guest = await calls('patient');
      await ben.setStatus('away');
      assert.equal(await rings(ana), undefined, 'they are on a call: away comes into force afterwards');
      await free();
      await closeAnyWrapUp();
      assert.equal(await rings(ana), guest.id);
    });

    it('goes to the queue when their page is gone', async () => {
      const { guest: other } = await busy(ben);
      const guest = await calls('patient');
      await center.pass(center.deps.settings.presenceGoneMs, [ana, guest, other]);
      assert.equal(await rings(ana), guest.id);
    });

    it('keeps nobody behind it waiting', async () => {
      await busy(ben);
      const patient = await calls('patient');
      const { id } = await calls('default', null);
      assert.equal(await rings(ana), id);
      await customerLeave(center.deps, patient.key);
      assert.deepEqual(await center.deps.db.read((q) => q.all(`select ref from timer where kind = 'sharer'`)), []);
    });
  });

  /** Closes the wrap-up that Ben is in, if any: until then he is not free. */
  async function closeAnyWrapUp() {
    const { wrapUp } = await ben.state();
    if (wrapUp)
      await closeWrapUp(center.deps, { agentId: ben.id, wrapUpId: wrapUp.id, note: '', conversationStatus: 'open' });
  }
});

describe('whose turn a call is', () => {
  const shared = { sharer_id: 'agt_1', sharer_until: 2_000, sharer_waits: 1, sharer_passes: 0, sharer_there: 1 };
  for (const [title, change, free, now, turn] of [
    ['theirs while they are free', {}, true, 1_999, 'sharer'],
    ['the queue’s from the end on', {}, true, 2_000, 'queue'],
    ['nobody’s while they are busy', {}, false, 1_999, 'wait'],
    ['the queue’s from the end on, busy or not', {}, false, 2_000, 'queue'],
    ['the queue’s when it does not wait', { sharer_waits: 0 }, false, 1_000, 'queue'],
    ['the queue’s when they are gone', { sharer_there: 0 }, false, 1_000, 'queue'],
    ['the queue’s once they have let it pass', { sharer_passes: 1 }, true, 1_000, 'queue'],
    ['the queue’s when nobody has shared it', { sharer_id: null, sharer_until: null }, false, 1_000, 'queue'],
  ] as const)
    it(`is ${title}`, () =>
      assert.equal(
        sharerTurn({ ...shared, ...change }, () => free, now),
        turn,
      ));

  it('rings at them until the end, and for three seconds at least', () => {
    assert.equal(sharerRingEnd(shared, 0), 3_000);
    assert.equal(sharerRingEnd({ sharer_until: 20_000 }, 0), 20_000);
  });
});
