import { expect } from '@open-wc/testing';
import { codeOf } from '../media/testing/code-of.js';
import { CallWorld, makeRecord } from './testing/call-world.js';
import { flush } from './testing/manual-clock.js';

/** A browser whose person chooses a screen, or does not. */
class FakeScreens {
  readonly asked: DisplayMediaStreamOptions[] = [];
  /** Why nothing is shared, as the browser says it. */
  failure: DOMException | null = null;
  track: MediaStreamTrack | null = null;

  async getDisplayMedia(options: DisplayMediaStreamOptions = {}): Promise<MediaStream> {
    this.asked.push(options);
    if (this.failure) throw this.failure;
    const stream = document.createElement('canvas').captureStream();
    this.track = stream.getVideoTracks()[0] ?? null;
    return stream;
  }

  /** The person stops it in the browser's own bar. */
  stop(): void {
    this.track?.stop();
    this.track?.dispatchEvent(new Event('ended'));
  }
}

const sharing = async (medium: 'audio' | 'video' = 'video') => {
  const screens = new FakeScreens();
  const world = await new CallWorld({ screens }).inCall({ medium });
  return { screens, world, session: world.session };
};

describe('sharing a screen', () => {
  for (const medium of ['video', 'audio'] as const)
    it(`sends what the person has chosen, in a ${medium} call (SHR-1)`, async () => {
      const { screens, world, session } = await sharing(medium);
      expect(session.snapshot.mayShare).to.equal(true);
      await session.share();
      expect(world.asked('screen')).to.eql(['screen on']);
      expect(session.snapshot.local.screen).to.equal('on');
      expect(screens.track?.contentHint, 'text is kept sharp').to.equal('detail');
      await session.unshare();
      expect(world.asked('screen')).to.eql(['screen on', 'screen off']);
      expect(screens.track?.readyState).to.equal('ended');
    });

  it('stops while the server is asked for something else', async () => {
    const { screens, world, session } = await sharing();
    await session.share();
    world.control.silent = true;
    void session.resume();
    await session.unshare();
    expect(world.asked('screen')).to.eql(['screen on', 'screen off']);
    expect(screens.track?.readyState).to.equal('ended');
  });

  it('changes nothing when the person chooses nothing (SHR-2)', async () => {
    const { screens, world, session } = await sharing();
    screens.failure = new DOMException('', 'NotAllowedError');
    expect(await codeOf(session.share())).to.equal(null);
    expect(session.snapshot).to.include({ pending: null, failure: null });
    expect(world.asked('screen')).to.eql([]);
  });

  it('goes on with what was shared when choosing another one is canceled (SHR-2)', async () => {
    const { screens, world, session } = await sharing();
    await session.share();
    const { track } = screens;
    screens.failure = new DOMException('', 'NotAllowedError');
    await session.share();
    expect(track?.readyState).to.equal('live');
    expect(world.asked('screen')).to.eql(['screen on']);
  });

  it('ends when the person stops it in the browser’s bar (SHR-1)', async () => {
    const { screens, world, session } = await sharing();
    await session.share();
    screens.stop();
    await flush();
    expect(world.asked('screen')).to.eql(['screen on', 'screen off']);
    expect(session.snapshot.local.screen).to.equal('none');
  });

  it('replaces what is shared when another screen is chosen', async () => {
    const { screens, world, session } = await sharing();
    await session.share();
    const { track: first } = screens;
    await session.share();
    expect(first?.readyState).to.equal('ended');
    expect(world.asked('screen')).to.eql(['screen on', 'screen on']);
  });

  it('asks nobody to choose where the token forbids it', async () => {
    const screens = new FakeScreens();
    const world = new CallWorld({ screens });
    world.dress = (room) => (room.grantsShare = false);
    await world.inCall();
    expect(world.session.snapshot.mayShare).to.equal(false);
    expect(await codeOf(world.session.share())).to.equal('blocked-by-policy');
    expect(screens.asked).to.eql([]);
  });

  it('is not offered by a browser that shares no screens', async () => {
    const world = await new CallWorld({ screens: undefined }).inCall();
    expect(typeof navigator.mediaDevices.getDisplayMedia, 'this browser can').to.equal('function');
    expect(world.session.snapshot.mayShare).to.equal(true);
    const phone = new CallWorld({ screens: null });
    await phone.inCall();
    expect(phone.session.snapshot.mayShare).to.equal(false);
  });

  it('is sent again in a new room', async () => {
    const { world, session } = await sharing();
    await session.share();
    world.room.drop('lost');
    await flush();
    world.room.remote('customer', { microphone: 'on' });
    await flush();
    expect(world.rooms).to.have.length(2);
    expect(world.asked('screen')).to.eql(['screen on']);
  });

  it('ends with the call', async () => {
    const { screens, session } = await sharing();
    await session.share();
    session.apply(makeRecord({ version: 9, state: 'ended' }));
    expect(screens.track?.readyState).to.equal('ended');
  });

  it('fails in words of ours when the browser cannot', async () => {
    const { screens, session } = await sharing();
    screens.failure = new DOMException('', 'NotReadableError');
    expect(await codeOf(session.share())).to.equal('blocked-by-policy');
    expect(session.snapshot.pending).to.equal(null);
  });
});
