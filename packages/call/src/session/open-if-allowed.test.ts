import { expect } from '@open-wc/testing';
import { LocalMedia } from '../media/local-media.js';
import { FakeMediaDevices } from '../media/testing/fake-media-devices.js';
import { openIfAllowed } from './open-if-allowed.js';

/** What was opened when the browser answers so. */
async function opened(state: PermissionState | 'unknown', wanted = true): Promise<string[]> {
  const devices = new FakeMediaDevices();
  const media = new LocalMedia({ devices: devices as unknown as MediaDevices, storage: null });
  const query = () =>
    state === 'unknown' ? Promise.reject(new TypeError('no such permission')) : Promise.resolve({ state });
  Object.defineProperty(navigator, 'permissions', { value: { query }, configurable: true });
  try {
    await openIfAllowed(media, () => wanted);
  } finally {
    Reflect.deleteProperty(navigator, 'permissions');
  }
  return devices.asked;
}

describe('opening the microphone ahead of the answer', () => {
  it('is done where it is allowed already', async () => expect(await opened('granted')).to.eql(['microphone']));
  it('asks nobody', async () => {
    expect(await opened('prompt')).to.eql([]);
    expect(await opened('denied')).to.eql([]);
  });
  it('is not done where the browser does not tell', async () => expect(await opened('unknown')).to.eql([]));
  it('is not done when the call is gone meanwhile', async () => expect(await opened('granted', false)).to.eql([]));
});
