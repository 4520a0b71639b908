import { expect } from '@open-wc/testing';
import { MockWorld } from '../adapter/mock-world.js';
import { applyAgentEvent, applyAgentSnapshot } from './apply-agent-event.js';
import { emptyDesk, type DeskSnapshot } from './desk-snapshot.js';
import { aCall, anAgent, aWrapUp, anOffer } from '../testing/desk-fixtures.js';

const desk = (change: Partial<DeskSnapshot>): DeskSnapshot => ({ ...emptyDesk, ...change });

describe('applying the agent stream', () => {
  const ringing = anOffer({ id: 'off_1', callId: 'cal_1', createdAt: 10 });

  it('shows a ringing offer', () => {
    expect(applyAgentEvent(desk({}), { type: 'offer', body: ringing }).offer).to.equal(ringing);
  });

  for (const state of ['accepted', 'declined', 'missed', 'withdrawn'] as const)
    it(`takes the card away once its offer is ${state}`, () => {
      expect(applyAgentEvent(desk({ offer: ringing }), { type: 'offer', body: { ...ringing, state } }).offer).to.equal(
        null,
      );
    });

  it('keeps the card when another, older offer ends', () => {
    const old = anOffer({ id: 'off_0', state: 'missed' });
    expect(applyAgentEvent(desk({ offer: ringing }), { type: 'offer', body: old }).offer).to.equal(ringing);
  });

  it('does not show a second offer during a live call (RCV-3)', () => {
    const call = aCall({ id: 'cal_0', state: 'active' });
    expect(applyAgentEvent(desk({ call }), { type: 'offer', body: ringing }).offer).to.equal(null);
  });

  it('shows an offer after a call that has ended', () => {
    const call = aCall({ id: 'cal_0', state: 'ended' });
    expect(applyAgentEvent(desk({ call }), { type: 'offer', body: ringing }).offer).to.equal(ringing);
  });

  it('keeps the newer of two offers', () => {
    const older = anOffer({ id: 'off_0', createdAt: 9 });
    expect(applyAgentEvent(desk({ offer: ringing }), { type: 'offer', body: older }).offer).to.equal(ringing);
  });

  it('stops ringing when the call is answered before the offer says so', () => {
    const change = applyAgentEvent(desk({ offer: ringing }), {
      type: 'call',
      body: aCall({ id: 'cal_1', state: 'connecting' }),
    });
    expect(change.offer).to.equal(null);
  });

  for (const [title, version, kept] of [
    ['replaces a call by a newer version', 6, false],
    ['keeps the call when the same version comes again', 5, true],
    ['keeps the call when an older version comes late (E-36)', 4, true],
  ] as const)
    it(title, () => {
      const call = aCall({ id: 'cal_1', version: 5, state: 'active' });
      const next = applyAgentEvent(desk({ call }), {
        type: 'call',
        body: aCall({ id: 'cal_1', version, state: 'connecting' }),
      }).call;
      expect(next === call).to.equal(kept);
    });

  it('keeps a live call when the end of an earlier one is replayed', () => {
    const call = aCall({ id: 'cal_2', state: 'active' });
    expect(
      applyAgentEvent(desk({ call }), { type: 'call', body: aCall({ id: 'cal_1', state: 'ended' }) }).call,
    ).to.equal(call);
  });

  for (const state of ['queued', 'offering'] as const)
    it(`lets go of a call that is ${state} again (E-05)`, () => {
      const call = aCall({ id: 'cal_1', version: 5, state: 'connecting' });
      const back = aCall({ id: 'cal_1', version: 6, state });
      expect(applyAgentEvent(desk({ call }), { type: 'call', body: back }).call).to.equal(null);
      expect(applyAgentEvent(desk({}), { type: 'call', body: back }).call).to.equal(null);
    });

  it('opens a wrap-up and closes it', () => {
    const open = aWrapUp({ id: 'wrp_1' });
    expect(applyAgentEvent(desk({}), { type: 'wrapup', body: open }).wrapUp).to.equal(open);
    const closed = { ...open, closedAt: 5, closedBy: 'timer' as const };
    expect(applyAgentEvent(desk({ wrapUp: open }), { type: 'wrapup', body: closed }).wrapUp).to.equal(null);
    const other = aWrapUp({ id: 'wrp_2' });
    expect(applyAgentEvent(desk({ wrapUp: other }), { type: 'wrapup', body: closed }).wrapUp).to.equal(other);
  });

  it('ignores what is said of another agent (event-023)', () => {
    const agent = anAgent({ id: 'agt_1' });
    const other = anAgent({ id: 'agt_2', name: 'Other' });
    expect(applyAgentEvent(desk({ agent }), { type: 'agent', body: other })).to.eql({});
    expect(applyAgentEvent(desk({}), { type: 'agent', body: agent })).to.eql({ agent });
  });

  it('leaves everything as it is for a conversation', () => {
    const [conversation] = [
      {
        id: 'cnv_1',
        title: 'A',
        personId: null,
        status: 'open',
        queueName: 'Q',
        medium: null,
        agentId: null,
        agentName: null,
        waitingCallId: null,
        openedAt: 1,
        updatedAt: 1,
      } as const,
    ];
    expect(applyAgentEvent(desk({ offer: ringing }), { type: 'conversation', body: conversation })).to.deep.equal({});
  });
});

describe('applying a snapshot', () => {
  it('keeps a newer record of the same call', () => {
    const call = aCall({ id: 'cal_1', version: 7 });
    const snapshot = { ...new MockWorld().snapshot, call: aCall({ id: 'cal_1', version: 6 }) };
    expect(applyAgentSnapshot(desk({ call }), snapshot).call).to.equal(call);
    expect(applyAgentSnapshot(desk({ call }), { ...snapshot, call: null }).call).to.equal(null);
  });

  it('takes only what rings and what is open', () => {
    const snapshot = {
      ...new MockWorld().snapshot,
      offer: anOffer({ state: 'missed' }),
      wrapUp: aWrapUp({ closedAt: 1 }),
    };
    const next = applyAgentSnapshot(desk({}), snapshot);
    expect([next.offer, next.wrapUp]).to.deep.equal([null, null]);
  });
});
