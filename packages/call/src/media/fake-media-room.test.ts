import { expect } from '@open-wc/testing';
import { FakeMediaRoom } from './fake-media-room.js';
import { MediaError } from './media-error.js';
import { FakeRoomWorld } from './testing/fake-room-world.js';
import { mediaRoomConformance } from './testing/media-room-conformance.js';

describe('the room for tests, as every room', () => {
  for (const { title, check } of mediaRoomConformance) it(title, () => check(new FakeRoomWorld()));
});

describe('the room for tests', () => {
  const grant = { url: 'wss://media.test', token: 'token', identity: 'own' };

  it('writes down what it is asked, in order', async () => {
    const room = new FakeMediaRoom();
    await room.connect(grant);
    await room.setSpeaker('headset');
    await room.resumePlayback();
    await room.close();
    expect(room.asked).to.eql(['connect own', 'speaker headset', 'resume playback', 'close']);
  });

  it('fails to connect once when told to', async () => {
    const room = new FakeMediaRoom();
    room.failConnect = new MediaError('connection-failed');
    const error: unknown = await room.connect(grant).catch((reason: unknown) => reason);
    expect((error as MediaError).code).to.equal('connection-failed');
    expect(room.state.closeReason).to.equal('lost');
  });

  it('keeps the first reason it was closed for', () => {
    const room = new FakeMediaRoom();
    room.drop('evicted');
    room.drop('lost');
    expect(room.state.closeReason).to.equal('evicted');
  });

  it('marks an element that shows somebody, until told to stop', () => {
    const video = document.createElement('video');
    const stop = new FakeMediaRoom().attachVideo('other', 'camera', video);
    expect(video.dataset['shows']).to.equal('other');
    stop();
    expect(video.dataset['shows']).to.equal(undefined);
  });
});
