import { expect } from '@open-wc/testing';
import { FakeMediaRoom } from '../media/fake-media-room.js';
import { MediaError } from '../media/media-error.js';
import { testPicture } from '../media/test-picture.js';
import { checkNetwork, connectWithinMs, measureMs } from './check-network.js';

const grant = { url: 'ws://media.test', token: 'token', identity: 'checker' };

/** A check on a room that a test drives; time passes when it says so. */
function setup({ server = true, room = new FakeMediaRoom() } = {}) {
  const timers: { readonly ms: number; readonly callback: () => void }[] = [];
  let stopped = 0;
  const picture = testPicture();
  const result = checkNetwork({
    grant: () => (server ? Promise.resolve(grant) : Promise.reject(new Error('offline'))),
    rooms: () => Promise.resolve(room),
    clock: { now: () => 0, after: (ms, callback) => (timers.push({ ms, callback }), () => undefined) },
    picture: () => ({
      track: picture.track,
      stop() {
        stopped++;
        picture.stop();
      },
    }),
  });
  /** Lets a timer of this length go off once it is set. */
  const pass = async (ms: number) => {
    let timer = timers.find((one) => one.ms === ms);
    while (!timer) {
      await new Promise((done) => setTimeout(done));
      timer = timers.find((one) => one.ms === ms);
    }
    timer.callback();
  };
  return { result, pass, room, stopped: () => stopped };
}

describe('the check of the network', () => {
  it('joins a room of its own, sends a drawn picture for a while and leaves', async () => {
    const { result, pass, room, stopped } = setup();
    await pass(measureMs);
    expect(await result).to.deep.equal({ verdict: 'good', code: 'NET-2-udp-20ms-2000k-0lost' });
    expect(room.asked.slice(0, 2)).to.deep.equal(['connect checker', 'camera on']);
    expect(room.asked.some((asked) => asked.startsWith('microphone'))).to.equal(false);
    expect([room.state.connection, stopped()]).to.deep.equal(['closed', 1]);
  });

  it('says what it measured where that does not carry a picture', async () => {
    const room = new FakeMediaRoom();
    room.network = { path: 'tcp', roundTripMs: 300, outgoingKbps: 90, lostPercent: 2 };
    const { result, pass } = setup({ room });
    await pass(measureMs);
    expect(await result).to.deep.equal({ verdict: 'no-video', code: 'NET-1-tcp-300ms-90k-2lost' });
  });

  it('is blocked where the server is not reached', async () => {
    expect(await setup({ server: false }).result).to.deep.equal({ verdict: 'blocked', code: 'NET-0-server' });
  });

  it('is blocked where the media server refuses, and leaves nothing open', async () => {
    const room = new FakeMediaRoom();
    room.failConnect = new MediaError('connection-failed');
    const { result, stopped } = setup({ room });
    expect(await result).to.deep.equal({ verdict: 'blocked', code: 'NET-0-media' });
    expect([room.state.connection, stopped()]).to.deep.equal(['closed', 1]);
  });

  it('is blocked where media does not get through in time', async () => {
    const room = new FakeMediaRoom();
    room.slowConnect = new Promise(() => undefined);
    const { result, pass } = setup({ room });
    await pass(connectWithinMs);
    expect(await result).to.deep.equal({ verdict: 'blocked', code: 'NET-0-media' });
    expect(room.state.connection).to.equal('closed');
  });

  it('is blocked where nothing was ever sent', async () => {
    const room = new FakeMediaRoom();
    room.network = null;
    const { result, pass } = setup({ room });
    await pass(measureMs);
    expect((await result).code).to.equal('NET-0-media');
  });
});

describe('the picture that is sent', () => {
  it('is drawn, moves, and stops', () => {
    const { track, stop } = testPicture();
    expect([track.kind, track.readyState]).to.deep.equal(['video', 'live']);
    stop();
    expect(track.readyState).to.equal('ended');
  });
});
