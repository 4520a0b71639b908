import { expect } from '@open-wc/testing';
import { pressedKeys } from './pressed-keys.js';

const press = (key: string, code: string, init: KeyboardEventInit = {}) =>
  pressedKeys(new KeyboardEvent('keydown', { key, code, ...init }));

describe('pressed keys', () => {
  for (const [title, keys, written] of [
    ['a letter with a modifier', press('m', 'KeyM', { ctrlKey: true }), 'Ctrl+M'],
    ['modifiers in one order', press('M', 'KeyM', { metaKey: true, shiftKey: true, altKey: true }), 'Alt+Shift+Meta+M'],
    ['a letter alone', press('m', 'KeyM'), 'M'],
    ['a digit', press('1', 'Digit1', { altKey: true }), 'Alt+1'],
    ['a digit below another sign', press('!', 'Digit1', { altKey: true, shiftKey: true }), 'Alt+Shift+1'],
    ['a function key', press('F8', 'F8'), 'F8'],
    ['a letter that Alt has changed on a Mac', press('å', 'KeyA', { altKey: true }), 'Alt+A'],
    ['a letter of another alphabet', press('ь', 'KeyM', { ctrlKey: true }), 'Ctrl+M'],
    ['the letter, not its place', press('a', 'KeyQ', { ctrlKey: true }), 'Ctrl+A'],
    ['no shortcut for another key', press('Enter', 'Enter', { ctrlKey: true }), ''],
    ['no shortcut for a sign', press('ß', 'Minus', { altKey: true }), ''],
    ['nothing yet for a modifier', press('Control', 'ControlLeft', { ctrlKey: true }), null],
  ] as const)
    it(`are ${title}`, () => expect(keys).to.equal(written));
});
