import { expect } from '@open-wc/testing';
import { liveKitRooms, preloadLiveKit } from './livekit-room-factory.js';

describe('rooms on LiveKit', () => {
  it('are made one by one, idle, with the options of that moment', async () => {
    let asked = 0;
    const rooms = liveKitRooms(() => ({ speakerId: `speaker ${asked++}` }));
    const [first, second] = [await rooms(), await rooms()];
    expect(first).not.to.equal(second);
    expect(first.state).to.include({ connection: 'idle', canPublish: false, canHear: false });
    expect(asked).to.equal(2);
  });

  it('are not told of a page that freezes: the SDK would hang up', async () => {
    let heard = 0;
    addEventListener('freeze', () => heard++);
    await liveKitRooms()();
    let later = 0;
    document.addEventListener('freeze', () => later++);
    document.dispatchEvent(new Event('freeze', { bubbles: true }));
    expect(later).to.equal(0);
    // Only those who listened on the window before the first room was made still hear.
    expect(heard).to.be.lessThan(2);
  });

  it('can be loaded ahead, twice', async () => {
    await preloadLiveKit();
    await preloadLiveKit();
  });
});
