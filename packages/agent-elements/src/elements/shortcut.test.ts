import { expect, fixtureSync, html } from '@open-wc/testing';
import { isShortcut, isTyping } from './shortcut.js';

const press = (key: string, init: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...init });

describe('a shortcut', () => {
  for (const [title, event, shortcut, yes] of [
    ['is its key with its modifier', press('m', { ctrlKey: true }), 'Ctrl+M', true],
    ['is not the key alone', press('m'), 'Ctrl+M', false],
    ['is not with one more modifier', press('M', { ctrlKey: true, shiftKey: true }), 'Ctrl+M', false],
    ['is not another key', press('n', { ctrlKey: true }), 'Ctrl+M', false],
    ['may have several modifiers', press('A', { altKey: true, shiftKey: true }), 'Alt+Shift+A', true],
    ['is found by its place on the keyboard', press('å', { altKey: true, code: 'KeyA' }), 'Alt+A', true],
    ['is found by its digit', press('!', { ctrlKey: true, shiftKey: true, code: 'Digit1' }), 'Ctrl+Shift+1', true],
    ['is the letter, not its place', press('q', { altKey: true, code: 'KeyA' }), 'Alt+A', false],
    ['may be a function key alone', press('F8'), 'F8', true],
    ['counts once while it is held down', press('m', { ctrlKey: true, repeat: true }), 'Ctrl+M', false],
    ['is not a key that composes', press('m', { ctrlKey: true, isComposing: true }), 'Ctrl+M', false],
    ['is nothing when it is empty', press('m'), '', false],
  ] as const)
    it(title, () => expect(isShortcut(event, shortcut)).to.equal(yes));
});

describe('typing', () => {
  for (const [title, template, yes] of [
    ['in a text field', html`<input aria-label="a" />`, true],
    ['in a text area', html`<textarea aria-label="a"></textarea>`, true],
    ['in editable text', html`<div contenteditable="true" role="textbox" aria-label="a"></div>`, true],
    ['in a list of options', html`<select aria-label="a"></select>`, true],
    ['on a button', html`<button>a</button>`, false],
    ['on a checkbox', html`<input type="checkbox" aria-label="a" />`, false],
  ] as const)
    it(`is ${yes ? '' : 'not '}${title}`, async () => {
      const element = fixtureSync<HTMLElement>(template);
      let typing: boolean | undefined;
      element.addEventListener('keydown', (event) => (typing = isTyping(event)));
      element.dispatchEvent(press('m'));
      expect(typing).to.equal(yes);
    });
});
