import { elementUpdated, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixtureNow } from '../../testing/link-fixtures.js';
import type { LinkWorldOptions } from '../../testing/link-world.js';
import { mountLink, wordsOf } from '../../testing/mount-link.js';
import { SilentSound } from '../../testing/silent-sound.js';
import type { Notifier } from './notifier.js';
import { CcWaitingRoom } from './waiting-room.js';

/** Notifications as a test wants them; what is told is written down. */
class FakeNotifier implements Notifier {
  permission: Notifier['permission'] = 'default';
  away = true;
  asked = 0;
  readonly told: string[] = [];

  ask(): Promise<void> {
    this.asked++;
    this.permission = 'granted';
    return Promise.resolve();
  }

  tell(title: string, body: string): void {
    this.told.push(`${title}: ${body}`);
  }
}

async function setup({ plays = true, ...options }: LinkWorldOptions & { plays?: boolean } = {}) {
  const sound = new SilentSound(plays);
  const notifier = new FakeNotifier();
  const room = await mountLink<CcWaitingRoom>(
    CcWaitingRoom,
    html`<cc-waiting-room .sound=${sound} .notifier=${notifier}></cc-waiting-room>`,
    {
      call: { state: 'queued', position: 2 },
      ...options,
    },
  );
  await room.until(({ session }) => session.snapshot.connection === 'live');
  return { ...room, sound, notifier };
}

describe('cc-waiting-room', () => {
  it('says what the company wants to be said meanwhile, in the reader’s language', async () => {
    const texts = { en: { waiting: 'Have your meter number at hand.' }, de: { waiting: 'Zählernummer bereithalten.' } };
    const { root } = await setup({ view: { texts } });
    expect(wordsOf(root)).to.contain('Have your meter number at hand.').and.not.contain('Please stay on this page');
  });

  it('says the place in the line, large, and announces a change once', async () => {
    const room = await setup();
    expect(room.heading()).to.equal('You are second in line');
    room.world.server.set({ position: 1 });
    await room.until(({ session }) => session.snapshot.call?.position === 1);
    room.world.server.set({ position: 1 });
    await room.until(({ session }) => session.snapshot.call?.version === 3);
    expect(room.heading()).to.equal('You are next');
    expect(room.announced()).to.deep.equal(['You are next']);
  });

  it('says how long it may take, by the server’s clock, and nothing where nobody knows', async () => {
    const room = await setup();
    const estimate = () => wordsOf(room.root.querySelector('.estimate'));
    expect(room.root.querySelector('.estimate')).to.equal(null);
    room.world.server.set({ position: 2, expectedAt: fixtureNow + 200_000 });
    await room.until(({ session }) => session.snapshot.call?.version === 2);
    expect(estimate()).to.equal('About 4 minutes');
    room.world.server.set({ position: 1, expectedAt: fixtureNow });
    await room.until(({ session }) => session.snapshot.call?.version === 3);
    expect(estimate()).to.equal('It should not be long now');
  });

  it('asks for notifications on the press of its own button, and never by itself', async () => {
    const room = await setup();
    expect(room.notifier.asked).to.equal(0);
    room.button('Tell me when it is my turn').click();
    await room.until(() => room.notifier.asked === 1);
    await elementUpdated(room.element);
    expect(wordsOf(room.root)).to.contain('You get a notification when it is your turn.');
  });

  for (const permission of ['denied', 'none'] as const)
    it(`offers no notification where it is ${permission}`, async () => {
      const room = await setup();
      room.notifier.permission = permission;
      room.element.requestUpdate();
      await elementUpdated(room.element);
      expect(wordsOf(room.root)).not.to.match(/my turn|your turn/);
    });

  it('tells a customer who looks elsewhere who answers, once', async () => {
    const room = await setup();
    room.notifier.permission = 'granted';
    room.world.server.set({ state: 'connecting', agentName: 'Ana Kovač' });
    await room.until(({ session }) => session.snapshot.call?.state === 'connecting');
    room.world.server.set({ state: 'active' });
    await room.until(({ session }) => session.snapshot.call?.state === 'active');
    expect(room.notifier.told).to.deep.equal(['It is your turn: Ana Kovač answers your call.']);
  });

  it('tells it also where another screen has taken its place by then', async () => {
    const room = await setup();
    room.notifier.permission = 'granted';
    room.world.session.subscribe(() => {
      if (room.world.session.snapshot.call?.state === 'connecting') room.element.remove();
    });
    room.world.server.set({ state: 'connecting' });
    await room.until(({ session }) => session.snapshot.call?.state === 'connecting');
    expect(room.notifier.told).to.have.length(1);
  });

  it('says that nobody hears or sees the customer, of an audio call that nobody hears', async () => {
    expect(wordsOf((await setup()).root)).to.contain('Nobody hears or sees you until then.');
    const audio = await setup({ call: { state: 'queued', medium: 'audio' } });
    expect(wordsOf(audio.root)).to.contain('Nobody hears you until then.');
  });

  it('rings, and stops at once when somebody has answered (E-04)', async () => {
    const room = await setup();
    expect(room.sound.told).to.deep.equal(['start ringing']);
    room.world.server.set({ state: 'active' });
    await room.until(({ session }) => session.snapshot.call?.state === 'active');
    expect(room.sound.told).to.deep.equal(['start ringing', 'stop']);
    expect(room.heading()).to.equal(undefined);
  });

  it('plays the music of a queue that has some, and names it', async () => {
    const room = await setup({ call: { state: 'queued', position: 2, waitingSound: 'music' } });
    expect(room.sound.told).to.deep.equal(['start music']);
    room.button('Turn music off').click();
    await elementUpdated(room.element);
    expect(room.sound.told).to.deep.equal(['start music', 'stop']);
  });

  it('plays nothing in a silent queue, and offers no switch', async () => {
    const room = await setup({ call: { state: 'queued', position: 2, waitingSound: 'none' } });
    expect(room.sound.told).to.deep.equal([]);
    expect(wordsOf(room.root)).not.to.match(/Turn (ringing|music)/);
  });

  it('changes over when the queue’s sound is changed', async () => {
    const room = await setup();
    room.world.server.set({ waitingSound: 'music' });
    await room.until(({ session }) => session.snapshot.call?.waitingSound === 'music');
    expect(room.sound.told).to.deep.equal(['start ringing', 'start music']);
  });

  it('rings no longer than it is on the page', async () => {
    const room = await setup();
    room.element.remove();
    expect(room.sound.told).to.deep.equal(['start ringing', 'stop']);
  });

  it('has a switch for the ringing alone', async () => {
    const room = await setup();
    room.button('Turn ringing off').click();
    await elementUpdated(room.element);
    expect(room.sound.told).to.deep.equal(['start ringing', 'stop']);
    room.button('Turn ringing on').click();
    await elementUpdated(room.element);
    expect(room.sound.told).to.deep.equal(['start ringing', 'stop', 'start ringing']);
  });

  it('says that the ringing is off where the browser blocks it, and a press turns it on (E-06)', async () => {
    const room = await setup({ plays: false });
    await elementUpdated(room.element);
    room.sound.plays = true;
    room.button('Turn ringing on').click();
    await elementUpdated(room.element);
    await elementUpdated(room.element);
    room.button('Turn ringing off');
    expect(room.sound.told.at(-1)).to.equal('start ringing');
  });

  it('asks before the place is given up, and Escape stays', async () => {
    const room = await setup();
    room.button('Leave').focus();
    await sendKeys({ press: 'Enter' });
    await elementUpdated(room.element);
    expect(wordsOf(room.root.activeElement), 'the way back has the focus').to.equal('Stay');
    await sendKeys({ press: 'Escape' });
    await elementUpdated(room.element);
    expect(wordsOf(room.root.activeElement)).to.equal('Leave');
    expect(room.world.server.asked).not.to.include('POST leave');
  });

  it('leaves', async () => {
    const room = await setup();
    room.button('Leave').click();
    await elementUpdated(room.element);
    room.button('Leave the line').click();
    await room.until(({ session }) => session.snapshot.call?.state === 'ended');
    expect(room.requests).to.deep.equal(['cc-leave-request']);
    expect(room.sound.told.at(-1)).to.equal('stop');
  });

  it('stays when a host cancels', async () => {
    const room = await setup();
    room.provider.addEventListener('cc-leave-request', (event) => event.preventDefault());
    room.button('Leave').click();
    await elementUpdated(room.element);
    room.button('Leave the line').click();
    expect(room.world.session.snapshot.pending).to.equal(null);
  });

  it('says so when leaving did not work', async () => {
    const room = await setup();
    room.world.server.refuse.set('leave', 'rate_limited');
    room.button('Leave').click();
    await elementUpdated(room.element);
    room.button('Leave the line').click();
    await room.until(({ session }) => session.snapshot.failure !== null);
    expect(wordsOf(room.root.querySelector('.failure'))).to.contain('Leaving did not work');
  });

  it('says that the place is kept while the connection is interrupted (RCN-3)', async () => {
    const room = await setup();
    room.world.server.down = true;
    room.world.server.cut();
    await room.until(({ session }) => session.snapshot.connection === 'reconnecting');
    expect(wordsOf(room.root.querySelector('[role=status]'))).to.contain('Your place in line is kept');
  });

  it('is accessible, the question too', async () => {
    const room = await setup();
    await expect(room.element).to.be.accessible();
    room.button('Leave').click();
    await elementUpdated(room.element);
    await expect(room.element).to.be.accessible();
  }).timeout(30_000);
});
