import { expect } from '@open-wc/testing';
import { Shortcuts } from '../../session/shortcuts.js';
import { refuseKeys } from './refuse-keys.js';

const shortcuts = () => new Shortcuts({ load: async () => null, save: async () => undefined });

describe('keys for a shortcut', () => {
  for (const [keys, mac, why] of [
    ['Alt+K', false, undefined],
    ['Ctrl+K', false, undefined],
    ['Ctrl+Shift+M', false, undefined],
    ['F8', false, undefined],
    ['Alt+1', false, undefined],
    ['Meta+K', true, undefined],
    ['Ctrl+W', true, undefined],
    ['', false, 'unusable'],
    ['M', false, 'plain'],
    ['7', false, 'plain'],
    ['Shift+M', false, 'plain'],
    ['Ctrl+W', false, 'reserved'],
    ['Ctrl+T', false, 'reserved'],
    ['Ctrl+1', false, 'reserved'],
    ['Ctrl+C', false, 'reserved'],
    ['Ctrl+Shift+T', false, 'reserved'],
    ['Meta+K', false, 'reserved'],
    ['Meta+W', true, 'reserved'],
    ['Meta+M', true, 'reserved'],
    ['Shift+Meta+T', true, 'reserved'],
    ['F5', false, 'reserved'],
    ['Alt+F4', false, 'reserved'],
    ['Ctrl+V', false, 'taken'],
    ['Alt+Shift+A', false, 'taken'],
  ] as const)
    it(`are ${why ?? 'to be had'}: ${keys || 'none'}${mac ? ' on a Mac' : ''} (KEY-4)`, () =>
      expect(refuseKeys(keys, 'mute', shortcuts(), mac)?.why).to.equal(why));

  it('are to be had where they are those it has already', () =>
    expect(refuseKeys('Ctrl+M', 'mute', shortcuts(), false)).to.equal(null));

  it('are taken by a shortcut that is off, which would come back to them', () => {
    const all = shortcuts();
    all.turn('camera', false);
    expect(refuseKeys('Ctrl+V', 'mute', all, false)).to.eql({ why: 'taken', by: 'camera' });
  });

  it('are free again once the other has other ones, or the page takes it away', () => {
    const all = shortcuts();
    all.choose('camera', 'Alt+K');
    expect(refuseKeys('Ctrl+V', 'mute', all, false)).to.equal(null);
    all.offer({ share: null });
    expect(refuseKeys('Ctrl+S', 'mute', all, false)).to.equal(null);
  });

  it('leave Ctrl+V to whoever writes while it rings', () => {
    const all = shortcuts();
    all.choose('camera', 'Alt+K');
    expect(refuseKeys('Ctrl+V', 'incoming', all, false)).to.eql({ why: 'reserved' });
  });
});
