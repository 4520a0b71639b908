import { expect } from '@open-wc/testing';
import { browserStorage, recallDevices, rememberDevices } from './device-memory.js';
import { deniedStorage, memoryStorage } from './testing/fake-media-devices.js';

const none = { microphone: '', camera: '', speaker: '', ringer: '' };

describe('what devices were chosen', () => {
  it('is there the next time (DEV-1)', () => {
    const storage = memoryStorage();
    const chosen = { microphone: 'a', camera: 'b', speaker: 'c', ringer: 'd' };
    rememberDevices(storage, chosen);
    expect(recallDevices(storage)).to.eql(chosen);
  });

  for (const [title, kept] of [
    ['nothing', undefined],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a text', '"headset"'],
    ['a number as a device', '{"microphone":7}'],
    ['another use', '{"toaster":"x"}'],
  ] as const) {
    it(`is the default when storage holds ${title}`, () =>
      expect(recallDevices(memoryStorage(kept === undefined ? {} : { 'carillon:devices': kept }))).to.eql(none));
  }

  it('holds for the page when storage is denied', () => {
    rememberDevices(deniedStorage, none);
    rememberDevices(null, none);
    expect(recallDevices(deniedStorage)).to.eql(none);
    expect(recallDevices(null)).to.eql(none);
  });

  it('is kept by the browser', () => expect(browserStorage()).to.equal(localStorage));
});
