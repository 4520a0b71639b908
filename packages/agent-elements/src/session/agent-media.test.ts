import { expect } from '@open-wc/testing';
import { MockDesk } from '../adapter/mock-desk.js';
import { MockProblem } from '../adapter/mock-script.js';
import { aCall, anOffer } from '../testing/desk-fixtures.js';
import { callRecorder } from '../testing/recorded-call.js';
import { AgentMedia } from './agent-media.js';

function setup() {
  const desk = new MockDesk();
  const { calls, createCall } = callRecorder();
  const { calls: port, conversations } = desk;
  const media = new AgentMedia({
    ...{ calls: port, conversations, createCall },
    failed: () => undefined,
    granted: () => undefined,
  });
  const logs = () => calls.map(({ log }) => log);
  return { desk, media, calls, logs };
}

/** Lets promises that are settled already run on. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
const offer = anOffer({ id: 'off_1', callId: 'cal_1' });

describe("the agent's media", () => {
  it('are prepared once for a ringing call', async () => {
    const { media, logs, desk } = setup();
    media.follow(offer, null);
    media.follow(offer, null);
    await settled();
    expect(logs()).to.deep.equal([['prepare mock']]);
    expect(desk.asked).to.deep.equal(['offer-token off_1']);
    expect(media.current, 'a ringing call is not a call yet').to.equal(null);
  });

  it('are prepared anew for the next ringing call', async () => {
    const { media, logs } = setup();
    media.follow(offer, null);
    await settled();
    media.follow(anOffer({ id: 'off_2', callId: 'cal_2' }), null);
    await settled();
    expect(logs()).to.deep.equal([['prepare mock', 'close'], ['prepare mock']]);
  });

  it('are not connected with a token that comes too late', async () => {
    const { media, logs } = setup();
    media.follow(offer, null);
    media.follow(null, null);
    await settled();
    expect(logs()).to.deep.equal([['close']]);
  });

  it('wait for the reply when the record of the answered call comes first', async () => {
    const { media, desk, logs } = setup();
    const ringing = desk.world.ring();
    media.follow(ringing, null);
    await settled();
    const answered = media.answer(ringing);
    media.follow(null, aCall({ id: ringing.callId, state: 'connecting' }));
    expect(logs(), 'neither dropped nor joined a second time').to.deep.equal([['prepare mock']]);
    await answered;
    expect(logs()).to.deep.equal([['prepare mock', 'answer connecting mock']]);
  });

  it('are let go when another has won', async () => {
    const { media, desk, logs } = setup();
    const ringing = desk.world.ring();
    media.follow(ringing, null);
    await settled();
    desk.refuseNext = new MockProblem('offer_taken');
    const error: unknown = await media.answer(ringing).catch((caught: unknown) => caught);
    expect(error).to.have.property('code', 'offer_taken');
    expect(logs()).to.deep.equal([['prepare mock', 'close']]);
    expect(media.current).to.equal(null);
  });

  it('join a live call that was not answered here', () => {
    const { media, logs, calls } = setup();
    media.follow(null, aCall({ id: 'cal_9', state: 'active' }));
    expect(logs()).to.deep.equal([['join active']]);
    expect(media.current).to.equal(calls[0]);
  });

  it('use what is prepared when the call is live by another way', async () => {
    const { media, logs } = setup();
    media.follow(offer, null);
    await settled();
    media.follow(null, aCall({ id: 'cal_1', state: 'active' }));
    expect(logs()).to.deep.equal([['prepare mock', 'join active']]);
  });

  it('stay for a call that has ended, until the next one', () => {
    const { media, logs } = setup();
    media.follow(null, aCall({ id: 'cal_1', state: 'active' }));
    media.follow(null, aCall({ id: 'cal_1', state: 'ended' }));
    expect(logs()).to.deep.equal([['join active', 'apply ended']]);
    media.follow(null, aCall({ id: 'cal_2', state: 'active' }));
    expect(logs()).to.deep.equal([['join active', 'apply ended', 'close'], ['join active']]);
  });

  it('are never opened for a call that had ended before', () => {
    const { media, calls } = setup();
    media.follow(null, aCall({ state: 'ended' }));
    expect(calls).to.have.length(0);
  });

  it('tell when the call in hand is another', () => {
    const { media } = setup();
    let told = 0;
    const stop = media.subscribe(() => told++);
    media.follow(null, aCall({ id: 'cal_1', state: 'active' }));
    media.follow(null, aCall({ id: 'cal_1', state: 'held' }));
    media.release();
    stop();
    media.follow(null, aCall({ id: 'cal_1', state: 'active' }));
    expect(told).to.equal(2);
  });

  it('are all let go at once', async () => {
    const { media, logs } = setup();
    media.follow(null, aCall({ id: 'cal_1', state: 'active' }));
    media.release();
    expect(logs()).to.deep.equal([['join active', 'close']]);
    expect(media.current).to.equal(null);
    media.follow(offer, null);
    await settled();
    media.release();
    expect(logs().at(-1)).to.deep.equal(['prepare mock', 'close']);
  });
});
