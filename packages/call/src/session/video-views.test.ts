import { expect } from '@open-wc/testing';
import { FakeMediaRoom } from '../media/fake-media-room.js';
import { LocalMedia } from '../media/local-media.js';
import { FakeMediaDevices } from '../media/testing/fake-media-devices.js';
import { VideoViews } from './video-views.js';

function world() {
  const media = new LocalMedia({ devices: new FakeMediaDevices() as unknown as MediaDevices, storage: null });
  return { media, views: new VideoViews(media, () => 'me'), video: document.createElement('video') };
}

const shown = (video: HTMLVideoElement) => (video.srcObject as MediaStream | null)?.getVideoTracks()[0] ?? null;

describe('the pictures of a call', () => {
  it('follow their element from one room to the next', () => {
    const { views, video } = world();
    const [first, second] = [new FakeMediaRoom(), new FakeMediaRoom()];
    views.add('them', 'camera', video);
    views.use(first);
    expect(video.dataset['shows']).to.equal('them');
    views.use(null);
    expect(video.dataset['shows']).to.equal(undefined);
    views.use(second);
    expect(second.asked).to.eql(['attach them camera']);
  });

  it('of oneself come from the own camera, replaced and taken away with it', async () => {
    const { media, views, video } = world();
    const room = new FakeMediaRoom();
    views.use(room);
    views.add('me', 'camera', video);
    expect(shown(video)).to.equal(null);
    const track = await media.openCamera();
    views.refresh();
    expect(shown(video)).to.equal(track);
    const stream = video.srcObject;
    views.refresh();
    expect(video.srcObject, 'nothing flickers').to.equal(stream);
    media.closeCamera();
    views.refresh();
    expect(shown(video)).to.equal(null);
    expect(room.asked).to.eql([]);
  });

  it('of the own screen come from the room', () => {
    const { views, video } = world();
    const room = new FakeMediaRoom();
    views.use(room);
    views.add('me', 'screen', video);
    expect(room.asked).to.eql(['attach me screen']);
  });

  it('are let go once, and stay away', async () => {
    const { media, views, video } = world();
    await media.openCamera();
    const stop = views.add('me', 'camera', video);
    stop();
    stop();
    views.refresh();
    views.use(new FakeMediaRoom());
    expect(shown(video)).to.equal(null);
  });
});
