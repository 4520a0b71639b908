import type { ShortcutStore } from '@carillon/call';
import { expect } from '@open-wc/testing';
import { MockDesk } from '../adapter/mock-desk.js';
import { MockProblem, type MockScript } from '../adapter/mock-script.js';
import { callRecorder } from '../testing/recorded-call.js';
import { silentRinger } from '../testing/silent-parts.js';
import { AgentSession } from './agent-session.js';
import type { LeaderTabHost } from './leader-tab.js';

const alone: LeaderTabHost = { locks: undefined, channel: (name) => new BroadcastChannel(name) };
const started: AgentSession[] = [];

/** A session over a desk in memory, live and leading unless a host with locks is given. */
async function setup({
  script = {},
  host = alone,
  desk = new MockDesk(script),
  before,
  memory = { led: false },
  shortcuts,
}: Setup = {}) {
  before?.(desk);
  const rung: (string | null)[] = [];
  const { calls, createCall } = callRecorder();
  const session = new AgentSession({
    desk,
    createCall,
    createRinger: silentRinger(rung),
    leaderHost: host,
    memory: () => memory,
    shortcuts,
  });
  started.push(session);
  const until = (holds: (session: AgentSession) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => holds(session) && (stop(), resolve());
      const stop = session.subscribe(look);
      look();
    });
  session.start();
  await until(({ snapshot }) => snapshot.agent !== null && snapshot.leader !== null);
  const codes = () => session.snapshot.notices.map(({ code }) => code);
  return { desk, world: desk.world, session, rung, calls, until, codes };
}

interface Setup {
  readonly script?: MockScript;
  readonly host?: LeaderTabHost;
  readonly desk?: MockDesk;
  readonly before?: (desk: MockDesk) => void;
  /** What this tab remembers of before its reload. */
  readonly memory?: { led: boolean };
  readonly shortcuts?: ShortcutStore;
}

/** Lets promises that are settled already run on. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve));

describe('an agent session', () => {
  afterEach(() => started.splice(0).forEach((session) => session.stop()));

  it('begins with what the server says', async () => {
    const { session } = await setup({ script: { agentName: 'Ben' } });
    expect(session.snapshot.agent?.name).to.equal('Ben');
    expect(session.snapshot.leader).to.equal(true);
  });

  it('rings for an offer and connects media while it rings (RCV-7)', async () => {
    const { world, session, rung, calls } = await setup();
    const offer = world.ring();
    await settled();
    expect(session.snapshot.offer).to.deep.equal(offer);
    expect(rung).to.deep.equal([null, offer.id]);
    expect(calls.map(({ log }) => log)).to.deep.equal([['prepare mock']]);
  });

  for (const [title, end] of [
    ['the caller leaves', (desk: MockDesk) => desk.world.abandon()],
    ['the time is over', (desk: MockDesk) => desk.world.endOffer('missed')],
  ] as const)
    it(`is silent and lets go of media at once when ${title} (E-04)`, async () => {
      const { world, desk, session, rung, calls } = await setup();
      world.ring();
      await settled();
      end(desk);
      expect(rung.at(-1)).to.equal(null);
      expect(calls[0]?.log).to.deep.equal(['prepare mock', 'close']);
      expect(session.snapshot.offer).to.equal(null);
    });

  it('goes on with the prepared connection when it answers, and stops ringing before the server has replied', async () => {
    const { world, session, rung, calls } = await setup();
    world.ring();
    await settled();
    const answered = session.answer();
    expect(rung.at(-1)).to.equal(null);
    expect(session.snapshot.call, 'nothing is shown before it is true').to.equal(null);
    await answered;
    expect(calls).to.have.length(1);
    expect(calls[0]?.log[1]).to.equal('answer connecting mock');
    expect(session.call).to.equal(calls[0]);
    expect(session.snapshot.call?.state).to.equal('connecting');
    expect(session.snapshot.offer).to.equal(null);
  });

  it('answers without a prepared connection too', async () => {
    const { world, session, calls, desk } = await setup();
    desk.refuseNext = new MockProblem('media_unavailable');
    world.ring();
    await settled();
    await session.answer();
    expect(calls.at(-1)?.log[0]).to.equal('answer connecting mock');
  });

  it('tells who answered instead, and takes the card away (E-02)', async () => {
    const { world, session, calls, desk, rung } = await setup();
    world.ring();
    await settled();
    desk.refuseNext = new MockProblem('offer_taken', 'Ben');
    await session.answer();
    expect(session.snapshot.notices).to.deep.equal([{ code: 'offer_taken', subject: 'Ben' }]);
    expect(session.snapshot.offer).to.equal(null);
    expect(session.call).to.equal(null);
    expect(calls[0]?.log.at(-1)).to.equal('close');
    expect(rung.at(-1)).to.equal(null);
  });

  it('closes the card when the answer comes too late (E-03)', async () => {
    const { world, session, desk, codes } = await setup();
    world.ring();
    desk.refuseNext = new MockProblem('offer_expired');
    await session.answer();
    expect(session.snapshot.offer).to.equal(null);
    expect(codes()).to.deep.equal(['offer_expired']);
  });

  it('rings on when the server was not reached', async () => {
    const { world, session, desk, rung, codes } = await setup();
    const offer = world.ring();
    await settled();
    desk.refuseNext = new MockProblem('internal');
    await session.answer();
    expect(session.snapshot.offer?.id).to.equal(offer.id);
    expect(rung.at(-1)).to.equal(offer.id);
    expect(codes()).to.deep.equal(['internal']);
  });

  it('answers once, however often it is asked', async () => {
    const { world, session, desk } = await setup();
    world.ring();
    await Promise.all([session.answer(), session.answer(), session.decline()]);
    expect(desk.asked.filter((asked) => /^(accept|decline)/.test(asked))).to.have.length(1);
  });

  it('declines', async () => {
    const { world, session, desk } = await setup();
    const offer = world.ring();
    await session.decline();
    expect(desk.asked).to.include(`decline ${offer.id}`);
    expect(session.snapshot.offer).to.equal(null);
    expect(session.snapshot.notices).to.deep.equal([]);
  });

  it('hands every newer record to the call', async () => {
    const { world, session, calls } = await setup();
    world.ring();
    await session.answer();
    world.updateCall({ state: 'active', establishedAt: 1 });
    expect(calls[0]?.log.at(-1)).to.equal('apply active');
    expect(session.snapshot.call?.state).to.equal('active');
  });

  it('opens the wrap-up when the call ends, and keeps the ended call to be read', async () => {
    const { world, session, calls } = await setup();
    world.ring();
    await session.answer();
    world.customerHangup();
    expect(calls[0]?.log.at(-1)).to.equal('apply ended');
    expect(session.snapshot.wrapUp?.closedAt).to.equal(null);
    expect(session.call).to.equal(calls[0]);
  });

  it('joins the live call again after a reload (E-21)', async () => {
    const { session, calls, rung } = await setup({
      before: ({ world }) => (world.ring(), world.connect(), world.updateCall({ state: 'active' })),
    });
    expect(calls.map(({ log }) => log[0])).to.deep.equal(['join active']);
    expect(session.call).to.equal(calls[0]);
    expect(rung).to.deep.equal([null]);
  });

  it('says what to do when the microphone fails, and the call goes back to the queue (E-05)', async () => {
    const { world, session, calls, desk, codes } = await setup();
    world.ring();
    await session.answer();
    await calls[0]?.control.mediaFailed?.('permission-denied');
    expect(desk.asked.at(-1)).to.match(/^media-failed cal_\d+ microphone_denied$/);
    expect(codes()).to.deep.equal(['microphone-permission-denied']);
    expect(session.snapshot.call).to.equal(null);
    expect(calls[0]?.log.at(-1)).to.equal('close');
    expect(session.call).to.equal(null);
  });

  it('ends the call and says that it hears through the call session', async () => {
    const { world, session, calls, desk } = await setup();
    world.ring();
    await session.answer();
    await calls[0]?.control.connected();
    expect(session.snapshot.call?.state).to.equal('active');
    await calls[0]?.control.hangup();
    expect(desk.asked.filter((asked) => /^(connected|end)/.test(asked))).to.have.length(2);
    expect(session.snapshot.call?.state).to.equal('ended');
  });

  it('reads the record with each token, so that a rejoin never guesses', async () => {
    const { world, session, calls } = await setup();
    world.ring();
    await session.answer();
    world.updateCall({ state: 'active' });
    const joined = await calls[0]?.control.token();
    expect(joined?.record.state).to.equal('active');
    expect(joined?.media?.token).to.equal('mock');
    world.customerHangup();
    expect((await calls[0]?.control.token())?.media).to.equal(null);
  });

  it('lets go of media when the server knows no call any longer', async () => {
    const { world, session, calls, until } = await setup();
    world.ring();
    await session.answer();
    world.call = null;
    world.reset();
    await until(({ snapshot }) => snapshot.call === null);
    expect(calls[0]?.log.at(-1)).to.equal('close');
    expect(session.call).to.equal(null);
  });

  it('stops without ending a call', async () => {
    const { world, session, calls, desk } = await setup();
    world.ring();
    await session.answer();
    session.stop();
    expect(calls[0]?.log.at(-1)).to.equal('close');
    expect(desk.asked.some((asked) => asked.startsWith('end'))).to.equal(false);
    expect(desk.asked.at(-1)).to.equal('farewell');
  });

  it('logs out: Offline first, then it lets go, and then the session ends', async () => {
    const { session, desk } = await setup();
    await session.logOut();
    expect(desk.asked.slice(-3)).to.deep.equal(['status offline', 'farewell', 'log-out']);
    expect(session.snapshot.connection).to.equal('stopped');
  });

  it('says farewell when the page closes', async () => {
    const { desk } = await setup();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(desk.asked.at(-1)).to.equal('farewell');
  });

  it('reads everything again when the page comes back from the cache', async () => {
    const { desk, until, world, session } = await setup();
    const asked = desk.asked.length;
    world.agent = { ...world.agent, name: 'Renamed' };
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(({ snapshot }) => snapshot.agent?.name === 'Renamed');
    expect(desk.asked.slice(asked)).to.deep.equal(['state']);
    expect(session.snapshot.connection).to.equal('live');
  });

  it('keeps the clock of the server (E-18)', async () => {
    const { session } = await setup({ script: { now: () => Date.now() + 3_600_000 } });
    expect(session.clockOffsetMs).to.be.closeTo(3_600_000, 1_000);
  });

  it('tells of conversations as they change', async () => {
    const { world, session } = await setup();
    const titles: string[] = [];
    const stop = session.onConversation(({ title }) => titles.push(title));
    world.ring({ caller: { name: 'Marija' } });
    stop();
    world.endOffer('declined');
    world.ring({ caller: { name: 'Ivan' } });
    expect(titles).to.deep.equal(['Marija']);
  });

  it('shows a notice once and takes it off', async () => {
    const { world, session, codes } = await setup();
    for (const name of ['Marija', 'Ivan']) {
      world.ring({ caller: { name } });
      world.abandon();
    }
    expect(session.snapshot.notices).to.deep.equal([{ code: 'offer-abandoned', subject: 'Ivan' }]);
    session.dismiss('offer-abandoned');
    expect(codes()).to.deep.equal([]);
  });
});

describe('two tabs of one agent', () => {
  const host: LeaderTabHost = { locks: navigator.locks, channel: (name) => new BroadcastChannel(name) };
  afterEach(() => started.splice(0).forEach((session) => session.stop()));

  it('ring once, and the other tab shows what rings (RCV-3)', async () => {
    const desk = new MockDesk();
    const first = await setup({ desk, host });
    await first.until(({ snapshot }) => snapshot.leader === true);
    const second = await setup({ desk, host });
    await second.until(({ snapshot }) => snapshot.leader === false);
    const offer = desk.world.ring();
    await second.until(({ snapshot }) => snapshot.offer?.id === offer.id);
    expect(first.rung.at(-1)).to.equal(offer.id);
    expect(second.rung.filter((id) => id !== null)).to.deep.equal([]);
    expect(second.calls).to.have.length(0);
  });

  it('do not answer in the tab that follows', async () => {
    const desk = new MockDesk();
    await setup({ desk, host });
    const second = await setup({ desk, host });
    const offer = desk.world.ring();
    await second.until(({ snapshot }) => snapshot.offer?.id === offer.id);
    await second.session.answer();
    expect(desk.asked.some((asked) => asked.startsWith('accept'))).to.equal(false);
  });

  it('hand the call over within two seconds: the old tab lets go, the new one joins', async () => {
    const desk = new MockDesk();
    const first = await setup({ desk, host });
    const second = await setup({ desk, host });
    desk.world.ring();
    await first.session.answer();
    desk.world.updateCall({ state: 'active' });
    await second.until(({ snapshot }) => snapshot.call?.state === 'active');
    const begun = performance.now();
    second.session.takeOver();
    await second.until(({ snapshot }) => snapshot.leader === true);
    await first.until(({ snapshot }) => snapshot.leader === false);
    expect(performance.now() - begun).to.be.lessThan(2_000);
    expect(first.calls[0]?.log.at(-1)).to.equal('close');
    expect(second.calls[0]?.log[0]).to.equal('join active');
    expect(desk.asked.some((asked) => asked.startsWith('end'))).to.equal(false);
  });

  it("have the agent's shortcuts from where they are kept, as another tab has changed them (KEY-4)", async () => {
    const desk = new MockDesk();
    let kept: unknown = { keys: { mute: 'Alt+M' } };
    const shortcuts = { load: async () => kept, save: async () => undefined };
    await setup({ desk, host });
    const second = await setup({ desk, host, shortcuts });
    expect(second.session.shortcuts.live('mute')).to.equal('Alt+M');
    kept = { keys: { mute: 'Alt+N' } };
    second.session.takeOver();
    await second.until(({ snapshot }) => snapshot.leader === true);
    await settled();
    expect(second.session.shortcuts.live('mute')).to.equal('Alt+N');
  });

  it('give the call back to the tab that was only loaded again (E-21)', async () => {
    const desk = new MockDesk();
    const memory = { led: false };
    const first = await setup({ desk, host, memory });
    expect(memory.led).to.equal(true);
    const second = await setup({ desk, host });
    desk.world.ring();
    await first.session.answer();
    desk.world.updateCall({ state: 'active' });
    first.session.stop();
    await second.until(({ snapshot }) => snapshot.leader === true);
    const again = await setup({ desk, host, memory });
    await again.until(({ snapshot }) => snapshot.leader === true);
    await second.until(({ snapshot }) => snapshot.leader === false);
    expect(again.calls[0]?.log[0]).to.equal('join active');
    expect(second.calls.at(-1)?.log.at(-1)).to.equal('close');
  });

  it('do not take it back from the tab that has taken it over', async () => {
    const desk = new MockDesk();
    const memory = { led: false };
    const first = await setup({ desk, host, memory });
    const second = await setup({ desk, host });
    second.session.takeOver();
    await first.until(({ snapshot }) => snapshot.leader === false);
    await second.until(({ snapshot }) => snapshot.leader === true);
    expect(memory.led).to.equal(false);
    desk.world.ring();
    await first.until(({ snapshot }) => snapshot.offer !== null);
    expect(second.session.snapshot.leader).to.equal(true);
  });

  it('say farewell for the agent only when the leading one closes', async () => {
    const desk = new MockDesk();
    await setup({ desk, host });
    const second = await setup({ desk, host });
    second.session.stop();
    expect(desk.asked).not.to.include('farewell');
  });
});
