import { expect } from '@open-wc/testing';
import { deniedStorage, memoryStorage } from '../media/testing/fake-media-devices.js';
import { recallIntent, rememberIntent, tabStorage } from './call-memory.js';

describe('what is kept of a call', () => {
  it('is there after a reload, for this call alone (E-21)', () => {
    const storage = memoryStorage();
    rememberIntent(storage, 'cal_1', { muted: true, camera: false });
    expect(recallIntent(storage, 'cal_1')).to.eql({ muted: true, camera: false });
    expect(recallIntent(storage, 'cal_2')).to.equal(null);
  });

  it('is forgotten', () => {
    const storage = memoryStorage();
    rememberIntent(storage, 'cal_1', { muted: true, camera: false });
    rememberIntent(storage, 'cal_1', null);
    expect(recallIntent(storage, 'cal_1')).to.equal(null);
  });

  for (const [title, kept, recalled] of [
    ['no JSON', '{', null],
    ['null', 'null', null],
    ['an empty object', '{}', { muted: false, camera: false }],
    ['texts', '{"muted":"true","camera":"true"}', { muted: false, camera: false }],
  ] as const) {
    it(`is read with care when storage holds ${title}`, () =>
      expect(recallIntent(memoryStorage({ 'carillon:call:cal_1': kept }), 'cal_1')).to.eql(recalled));
  }

  it('is nothing where storage is denied', () => {
    for (const storage of [deniedStorage, null]) {
      rememberIntent(storage, 'cal_1', { muted: true, camera: true });
      rememberIntent(storage, 'cal_1', null);
      expect(recallIntent(storage, 'cal_1')).to.equal(null);
    }
  });

  it('lives as long as the tab', () => expect(tabStorage()).to.equal(sessionStorage));
});
