import { expect } from '@open-wc/testing';
import { LiveKitMediaRoom, type LiveKitRoomOptions } from './livekit-media-room.js';
import * as kit from './livekit.js';
import { fakeKit, FakeParticipant, FakeRoom, publication } from './testing/fake-livekit.js';
import { makePicture, makeSound } from './testing/make-tracks.js';

const grant = { url: 'wss://media.test', token: 'token', identity: 'me' };

function world(options?: LiveKitRoomOptions) {
  const made: FakeRoom[] = [];
  const room = new LiveKitMediaRoom(fakeKit(kit, made), options);
  const [sdk = new FakeRoom({})] = made;
  return { room, sdk, local: sdk.localParticipant };
}

/** A remote track, as far as it is attached. */
const remoteTrack = (kind: 'audio' | 'video') => {
  const elements = new Set<HTMLMediaElement>();
  return {
    kind,
    elements,
    attach: (element: HTMLMediaElement) => elements.add(element),
    detach: (element: HTMLMediaElement) => elements.delete(element),
    getRTCStatsReport: () => Promise.resolve(new Map([['t', { type: 'transport', packetsReceived: 42 }]])),
  };
};

describe('a room on LiveKit', () => {
  it('never hangs up by itself when the page goes', () => {
    expect(world().sdk.options).to.include({ disconnectOnPageLeave: false, adaptiveStream: true, dynacast: true });
    expect(world().sdk.options).not.to.equal(world().sdk.options);
  });

  it('retries at once, then every 400 ms for a minute', () => {
    const policy = world().sdk.options['reconnectPolicy'] as {
      nextRetryDelayInMs(context: { retryCount: number; elapsedMs: number }): number | null;
    };
    const delay = (retryCount: number, elapsedMs: number) => policy.nextRetryDelayInMs({ retryCount, elapsedMs });
    expect([delay(0, 0), delay(1, 0), delay(99, 60_000), delay(100, 60_001)]).to.eql([0, 400, 400, null]);
  });

  for (const iceServers of [undefined, [{ urls: 'turn:turn.test' }]]) {
    it(`asks ${iceServers ? 'the given servers' : 'nobody'} for ways through a network`, async () => {
      const { room, sdk } = world(iceServers && { iceServers });
      await room.connect(grant);
      expect(sdk.asked).to.eql([['connect', grant.url, grant.token, { rtcConfig: { iceServers: iceServers ?? [] } }]]);
    });
  }

  for (const [state, connection] of [
    ['connecting', 'connecting'],
    ['connected', 'connected'],
    ['reconnecting', 'reconnecting'],
    ['signalReconnecting', 'reconnecting'],
  ] as const) {
    it(`is ${connection} when the SDK says ${state}`, () => {
      const { room, sdk } = world();
      sdk.state = state;
      sdk.emit('connectionStateChanged');
      expect(room.state).to.include({ connection, closeReason: null });
    });
  }

  for (const [reason, closeReason] of [
    [undefined, 'lost'],
    [1, 'lost'],
    [2, 'moved'],
    [4, 'evicted'],
    [5, 'ended'],
  ] as const) {
    it(`is closed as ${closeReason} by reason ${String(reason)}, for good`, async () => {
      const { room, sdk } = world();
      await room.connect(grant);
      sdk.emit('disconnected', reason);
      sdk.emit('disconnected', 5);
      expect(room.state).to.include({ connection: 'closed', closeReason });
    });
  }

  for (const [title, failure, closeReason, code] of [
    ['refused', { reason: 0, status: 404 }, 'refused', 'connection-refused'],
    ['lost', { reason: 1 }, 'lost', 'connection-failed'],
  ] as const) {
    it(`is closed as ${title} when connecting fails so`, async () => {
      const { room, sdk } = world();
      sdk.failure = Object.assign(new Error(title), failure);
      const error: unknown = await room.connect(grant).catch((thrown: unknown) => thrown);
      expect(error).to.include({ name: 'MediaError', code });
      expect(room.state).to.include({ connection: 'closed', closeReason });
    });
  }

  it('leaves tracks to those who opened them', async () => {
    const { room, sdk } = world();
    const track = makeSound();
    await room.connect(grant);
    await room.publishMicrophone(track, { muted: false });
    await room.close();
    expect(sdk.asked.at(-1)).to.eql(['disconnect', false]);
    expect(room.state.closeReason).to.equal('left');
    expect(track.readyState).to.equal('live');
  });

  it('may publish and hear once the server allows it, the one without the other too', () => {
    const { room, sdk, local } = world();
    const may = (canPublish: boolean, canSubscribe: boolean) => {
      local.permissions = { canPublish, canSubscribe };
      sdk.emit('participantPermissionsChanged');
      return [room.state.canPublish, room.state.canHear];
    };
    expect(may(false, false)).to.eql([false, false]);
    expect(may(true, false)).to.eql([true, false]);
    expect(may(true, true)).to.eql([true, true]);
  });
});

describe('the own microphone on LiveKit', () => {
  it('is silent before it is published muted', async () => {
    const { room, local } = world();
    const track = makeSound();
    const publishing = room.publishMicrophone(track, { muted: true });
    expect(track.enabled, 'an earlier room may be sending it').to.equal(false);
    await publishing;
    expect(local.asked).to.eql([['publish', 'microphone', true]]);
  });

  it('is muted and unmuted', async () => {
    const { room } = world();
    const track = makeSound();
    await room.publishMicrophone(track, { muted: false });
    await room.setMicrophoneMuted(true);
    expect(track.enabled).to.equal(false);
    await room.setMicrophoneMuted(false);
    expect(track.enabled).to.equal(true);
  });

  it('is muted also after a full reconnect has published it anew', async () => {
    const { room, local } = world();
    const track = makeSound();
    await room.publishMicrophone(track, { muted: false });
    const before = local.trackPublications.get('microphone');
    const republished = publication(before?.track);
    if (before) before.track = undefined;
    local.trackPublications.set('microphone', republished);
    await room.setMicrophoneMuted(true);
    expect(track.enabled).to.equal(false);
    await room.publishMicrophone(makeSound(), { muted: true });
    expect(local.asked, 'published once').to.have.length(1);
  });

  it('is replaced by a muted one without a sound', async () => {
    const { room, local } = world();
    await room.publishMicrophone(makeSound(), { muted: false });
    const next = makeSound();
    await room.publishMicrophone(next, { muted: true });
    expect(next.enabled).to.equal(false);
    expect(local.asked).to.have.length(1);
  });
});

describe('the own camera on LiveKit', () => {
  it('is published, replaced and taken off; its track lives on', async () => {
    const { room, local } = world();
    const [first, second] = [makePicture(), makePicture()];
    await room.publishCamera(first);
    await room.publishCamera(second);
    await room.publishCamera(null);
    await room.publishCamera(null);
    expect(local.asked).to.eql([
      ['publish', 'camera', false],
      ['unpublish', false],
    ]);
    expect([first.readyState, second.readyState]).to.eql(['live', 'live']);
  });
});

describe('the other side on LiveKit', () => {
  it('is described as it is heard and seen here', () => {
    const { room, sdk } = world();
    const ana = new FakeParticipant('ana');
    ana.isSpeaking = true;
    ana.trackPublications.set('microphone', publication(remoteTrack('audio'), true));
    ana.trackPublications.set('camera', publication(undefined));
    sdk.remoteParticipants.set('ana', ana);
    sdk.emit('participantConnected');
    expect(room.state.participants.map(({ identity, local }) => [identity, local])).to.eql([
      ['me', true],
      ['ana', false],
    ]);
    expect(room.state.participants[1]).to.include({ microphone: 'muted', camera: 'none', speaking: true });
  });

  it('is heard without an element in the page, until its track goes or the room does', () => {
    const { room, sdk } = world();
    const [first, second, picture] = [remoteTrack('audio'), remoteTrack('audio'), remoteTrack('video')];
    for (const track of [first, second, picture])
      sdk.emit('trackSubscribed', track, undefined, { identity: 'customer' });
    expect([first.elements.size, second.elements.size, picture.elements.size]).to.eql([1, 1, 0]);
    sdk.emit('trackUnsubscribed', first);
    expect([first.elements.size, second.elements.size]).to.eql([0, 1]);
    sdk.emit('disconnected', 5);
    expect(second.elements.size).to.equal(0);
    expect(room.state.connection).to.equal('closed');
  });

  it('is shown in an element when the picture comes', () => {
    const { room, sdk } = world();
    const [ana, picture, video] = [new FakeParticipant('ana'), remoteTrack('video'), document.createElement('video')];
    sdk.remoteParticipants.set('ana', ana);
    const stop = room.attachVideo('ana', 'camera', video);
    expect(picture.elements.size).to.equal(0);
    ana.trackPublications.set('camera', publication(picture));
    sdk.emit('trackSubscribed', picture, undefined, { identity: 'customer' });
    expect(picture.elements.has(video)).to.equal(true);
    stop();
    expect(picture.elements.size).to.equal(0);
  });

  it('waits for a gesture where the browser wants one', async () => {
    const { room, sdk } = world();
    sdk.canPlaybackAudio = false;
    sdk.emit('audioPlaybackChanged');
    expect(room.state.canPlay).to.equal(false);
    await room.resumePlayback();
    expect(room.state.canPlay).to.equal(true);
  });

  it('is counted in packets of the transport, whichever track tells', async () => {
    const { room, sdk, local } = world();
    expect(await room.packetsReceived()).to.equal(null);
    local.trackPublications.set(
      'camera',
      publication({ getRTCStatsReport: () => Promise.reject(new Error('closed')) }),
    );
    const ana = new FakeParticipant('ana');
    ana.trackPublications.set('microphone', publication(remoteTrack('audio')));
    sdk.remoteParticipants.set('ana', ana);
    expect(await room.packetsReceived()).to.equal(42);
  });
});

describe('being let in again on LiveKit', () => {
  const held = () => {
    const { room, sdk, local } = world();
    const [ana, microphone] = [new FakeParticipant('ana'), publication(undefined)];
    ana.trackPublications.set('microphone', microphone);
    sdk.remoteParticipants.set('ana', ana);
    return { room, sdk, local, ana, microphone };
  };

  it('isolates all but the one it is told to leave out', () => {
    const { room, local } = held();
    room.isolate(true, 'ben');
    room.isolate(true);
    room.isolate(false);
    expect(local.asked).to.eql([
      ['permissions', false, [{ participantIdentity: 'ben', allowAll: true }]],
      ['permissions', false, []],
      ['permissions', true, []],
    ]);
  });

  it('asks for what is missing of somebody who goes on talking', () => {
    const { sdk, ana, microphone } = held();
    sdk.emit('trackUnmuted', microphone, ana);
    expect(microphone.asked).to.eql([true]);
    microphone.track = remoteTrack('audio');
    sdk.emit('trackUnmuted', microphone, ana);
    expect(microphone.asked, 'it is there').to.eql([true]);
  });

  it('asks for nothing while it is isolated itself, nor of itself', () => {
    const { room, sdk, local, ana, microphone } = held();
    room.isolate(true);
    sdk.emit('trackUnmuted', microphone, ana);
    room.isolate(false);
    sdk.emit('trackUnmuted', publication(undefined), local);
    expect(microphone.asked).to.eql([]);
  });
});
