import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { CallShortcuts, defaultShortcuts, type ShortcutAction, type ShortcutScope } from './call-shortcuts.js';

class ShortcutHost extends LitElement {
  scope: ShortcutScope = 'page';
  keys: Readonly<Partial<Record<ShortcutAction, string>>> = defaultShortcuts;
  acts = true;
  readonly done: ShortcutAction[] = [];

  constructor() {
    super();
    new CallShortcuts(this, {
      scope: () => this.scope,
      keysOf: (action) => this.keys[action] ?? '',
      act: (action) => (this.done.push(action), this.acts),
    });
  }

  protected override render() {
    return html`<button>inside</button>`;
  }
}
customElements.define('test-shortcut-host', ShortcutHost);

const setup = () => fixture<ShortcutHost>(html`<test-shortcut-host></test-shortcut-host>`);
const press = (init: KeyboardEventInit, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};
const ctrlM = { key: 'm', ctrlKey: true };

describe('the shortcuts of a call', () => {
  it("are the guide's Ctrl+M, Ctrl+V and Ctrl+S", async () => {
    const host = await setup();
    press(ctrlM);
    press({ key: 'v', ctrlKey: true });
    press({ key: 's', ctrlKey: true });
    expect(host.done).to.deep.equal(['mute', 'camera', 'share']);
  });

  it('take the key from the browser only when there was something to do', async () => {
    const host = await setup();
    expect(press(ctrlM).defaultPrevented).to.equal(true);
    host.acts = false;
    expect(press(ctrlM).defaultPrevented).to.equal(false);
  });

  it('leave a key alone that the page has used', async () => {
    const host = await setup();
    const use = (event: Event) => event.preventDefault();
    document.body.addEventListener('keydown', use, { once: true });
    press(ctrlM);
    expect(host.done).to.deep.equal([]);
  });

  it('are heard inside only, where that is wanted', async () => {
    const host = await setup();
    host.scope = 'focus';
    press(ctrlM);
    expect(host.done).to.deep.equal([]);
    press(ctrlM, host.shadowRoot?.querySelector('button') as HTMLButtonElement);
    expect(host.done).to.deep.equal(['mute']);
  });

  it('are nothing when they are off, or an action has no key', async () => {
    const host = await setup();
    host.scope = 'off';
    press(ctrlM);
    host.scope = 'page';
    host.keys = { camera: 'Ctrl+K' };
    press(ctrlM);
    expect(host.done).to.deep.equal([]);
    press({ key: 'k', ctrlKey: true });
    expect(host.done).to.deep.equal(['camera']);
  });

  it('end with the element', async () => {
    const host = await setup();
    host.remove();
    press(ctrlM);
    expect(host.done).to.deep.equal([]);
  });
});
