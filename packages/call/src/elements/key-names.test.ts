import { expect } from '@open-wc/testing';
import { keyNames, keysSpoken, keysWritten, modifierNames } from './key-names.js';

describe('the names of keys', () => {
  for (const [keys, mac, names, written, spoken] of [
    ['Ctrl+M', false, ['Ctrl', 'M'], 'Ctrl+M', 'Ctrl+M'],
    ['Alt+Shift+A', false, ['Alt', 'Shift', 'A'], 'Alt+Shift+A', 'Alt+Shift+A'],
    ['Ctrl+M', true, ['⌃', 'M'], '⌃M', 'Control M'],
    ['Alt+Shift+Meta+F8', true, ['⌥', '⇧', '⌘', 'F8'], '⌥⇧⌘F8', 'Option Shift Command F8'],
  ] as const)
    it(`are ${written} for ${keys}${mac ? ' on a Mac' : ''}`, () => {
      expect(keyNames(keys, mac)).to.eql(names);
      expect(keysWritten(keys, mac)).to.equal(written);
      expect(keysSpoken(keys, mac)).to.equal(spoken);
    });

  it('are those of the modifiers that a letter needs', () => {
    expect(modifierNames(false)).to.equal('Ctrl, Alt');
    expect(modifierNames(true)).to.equal('⌃, ⌥, ⌘');
  });
});
