import { expect, html } from '@open-wc/testing';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { type CallChange, FakeCall } from '../testing/fake-call.js';
import type { Tone } from '../sound/play-tone.js';
import { CcConnectionStatus } from './connection-status.js';
import { connectionView } from './connection-view.js';

const interrupted = 'Your connection is interrupted. We reconnect by ourselves, please stay.';

const setup = async (change?: CallChange, { banner = false, quiet = false, settleMs = 0 } = {}) => {
  const tones: Tone[] = [];
  const events: string[] = [];
  const play = (tone: Tone) => void tones.push(tone);
  const all = await callFixture<CcConnectionStatus>(
    CcConnectionStatus,
    html`<cc-connection-status
      ?banner=${banner}
      ?quiet=${quiet}
      .play=${play}
      settle-ms=${settleMs}
      @cc-reconnecting=${({ side }: { side: string }) => events.push(`${side} away`)}
      @cc-reconnected=${({ side }: { side: string }) => events.push(`${side} back`)}
    ></cc-connection-status>`,
    change,
  );
  return { ...all, tones, events };
};

/** Until a return has been told. */
const told = () => new Promise<void>((done) => setTimeout(done));

describe('what is known of the connections', () => {
  for (const [title, change, badge, reconnecting, interrupted] of [
    ['both well', {}, 'good', null],
    ['not measured yet', { local: { quality: 'unknown' } }, 'unknown', null],
    ['own quality poor', { local: { quality: 'poor' } }, 'weak', null],
    ['nothing came for a second', { link: 'weak' }, 'weak', null],
    ['the other side poor', { remote: { quality: 'poor' } }, 'remote-weak', null],
    ['both poor: the own one first', { local: { quality: 'poor' }, remote: { quality: 'poor' } }, 'weak', null],
    ['nothing comes', { link: 'silent' }, 'lost', null, 'local'],
    ['own link lost', { link: 'lost' }, 'lost', 'local'],
    ['reconnecting', { phase: 'reconnecting' }, 'lost', 'local'],
    ['the other side away', { record: { remoteAway: true } }, 'remote-weak', 'remote'],
    ['both away: the own one first', { phase: 'reconnecting', record: { remoteAway: true } }, 'lost', 'local'],
    ['waiting for an agent who is not there', { phase: 'waiting', record: { remoteAway: true } }, 'good', null],
    ['ended while away', { phase: 'ended', record: { remoteAway: true } }, 'good', null],
  ] as readonly [string, CallChange, string, string | null, string?][])
    it(`${title}: ${badge}${reconnecting ? `, ${reconnecting} reconnects` : ''}`, () => {
      const view = connectionView(new FakeCall(change).snapshot);
      expect(view).to.deep.equal({ badge, reconnecting, interrupted: interrupted ?? reconnecting });
    });
});

describe('cc-connection-status', () => {
  it('says how good the connection is', async () => {
    const { root, set } = await setup();
    expect(wordsOf(root)).to.equal('Good connection');
    await set({ link: 'weak' });
    expect(wordsOf(root)).to.equal('Weak connection');
    expect(root.querySelector('.chip.attention')).not.to.equal(null);
  });

  it('tells each change once: event, tone and words, and again when it is over (RCN-3, RCN-4)', async () => {
    const { set, tones, events, announced } = await setup();
    await set({ phase: 'reconnecting' });
    await set({ link: 'lost' });
    await set({ phase: 'connected', link: 'good' });
    await told();
    expect(events).to.deep.equal(['local away', 'local back']);
    expect(tones).to.deep.equal(['drop', 'return']);
    expect(announced().sort()).to.deep.equal(['You are connected again.', interrupted]);
  });

  it('tells of the other side by name', async () => {
    const { set, events, announced } = await setup();
    await set({ record: { remoteAway: true } });
    await set({ record: { remoteAway: false } });
    await told();
    expect(events).to.deep.equal(['remote away', 'remote back']);
    expect(announced()).to.include('Ana Kovač is back.');
  });

  it('plays one drop and one return where the other side is away for longer (F15)', async () => {
    const { set, tones } = await setup();
    await set({ phase: 'reconnecting', record: { remoteAway: true } });
    await set({ phase: 'connected' });
    await told();
    expect(tones).to.deep.equal(['drop']);
    await set({ record: { remoteAway: false } });
    await told();
    expect(tones).to.deep.equal(['drop', 'return']);
  });

  it('tells a connection that goes again as soon as it is back as one interruption (F14)', async () => {
    const { host, set, tones, events, announced } = await setup({}, { settleMs: 60_000 });
    await set({ phase: 'reconnecting' });
    await set({ phase: 'connected' });
    await set({ phase: 'reconnecting' });
    expect([tones, announced()]).to.deep.equal([['drop'], [interrupted]]);
    host.settleMs = 0;
    await set({ phase: 'connected' });
    await told();
    expect([tones, announced().sort()]).to.deep.equal([
      ['drop', 'return'],
      ['You are connected again.', interrupted],
    ]);
    expect(events).to.deep.equal(['local away', 'local back', 'local away', 'local back']);
  });

  it('tells who is away as the own side comes back, with no tone between (F15)', async () => {
    const { host, set, tones, announced } = await setup({}, { settleMs: 60_000 });
    await set({ phase: 'reconnecting' });
    await set({ phase: 'connected' });
    await set({ record: { remoteAway: true } });
    expect([tones, announced().length]).to.deep.equal([['drop'], 2]);
    host.settleMs = 0;
    await set({ record: { remoteAway: false } });
    await told();
    expect(tones).to.deep.equal(['drop', 'return']);
  });

  it('tells no return to a call that is over, nor after it has left the page', async () => {
    const { set, tones } = await setup();
    await set({ phase: 'reconnecting' });
    await set({ phase: 'connected' });
    await set({ phase: 'ended' });
    await told();
    expect(tones).to.deep.equal(['drop', 'end']);
    const left = await setup();
    await left.set({ phase: 'reconnecting' });
    await left.set({ phase: 'connected' });
    left.host.remove();
    await told();
    expect(left.tones).to.deep.equal(['drop']);
  });

  it('plays a tone when the call is over, once', async () => {
    const { set, tones, root } = await setup();
    await set({ phase: 'ended' });
    await set({ record: { endedAt: 5 } });
    expect(tones).to.deep.equal(['end']);
    expect(wordsOf(root)).to.equal('');
  });

  it('starts in silence with a call that had ended, and with the next call', async () => {
    const { session, host, tones, events } = await setup({ phase: 'ended' });
    session.setCall(new FakeCall({ record: { id: 'cal_0000000000000000000002' } }).session);
    await host.updateComplete;
    session.setCall(null);
    await host.updateComplete;
    expect([tones, events]).to.deep.equal([[], []]);
  });

  it('is quiet where another status speaks', async () => {
    const { set, tones, events, announced } = await setup({}, { quiet: true });
    await set({ phase: 'reconnecting' });
    await set({ phase: 'connected' });
    await set({ phase: 'ended' });
    expect([tones, announced()]).to.deep.equal([[], []]);
    expect(events).to.deep.equal(['local away', 'local back']);
  });

  it('says as a banner that nothing comes before it makes a sound of it (F13, F14)', async () => {
    const { root, set, tones, events, announced } = await setup({}, { banner: true });
    await set({ link: 'weak' });
    expect(wordsOf(root)).to.equal('');
    await set({ link: 'silent' });
    expect(wordsOf(root)).to.contain('Your connection is interrupted.');
    expect([tones, events, announced()], 'what may be over in an instant').to.deep.equal([[], [], []]);
    await set({ link: 'good' });
    expect(wordsOf(root)).to.equal('');
    await set({ link: 'lost' });
    expect([tones, events]).to.deep.equal([['drop'], ['local away']]);
  });

  it('is as a banner there only while a side reconnects', async () => {
    const { root, set } = await setup({}, { banner: true });
    expect(wordsOf(root)).to.equal('');
    await set({ record: { remoteAway: true, remoteName: null } });
    expect(wordsOf(root)).to.equal('The other side lost the connection and is expected back. Please stay.');
  });
});
