import { expect, fixture, fixtureSync, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { takeLostFocus } from './take-lost-focus.js';

class FocusTaker extends LitElement {
  protected override render() {
    return html`<button class="first">first</button><button class="second">second</button>`;
  }
}
customElements.define('test-focus-taker', FocusTaker);

const setup = () => fixture<FocusTaker>(html`<test-focus-taker></test-focus-taker>`);
const focused = (host: FocusTaker) => host.shadowRoot?.activeElement?.className;

describe('taking the focus that was lost', () => {
  it('goes to the part that is named', async () => {
    const host = await setup();
    takeLostFocus(host, '.second');
    expect(focused(host)).to.equal('second');
  });

  it('leaves it with somebody else', async () => {
    const field = fixtureSync<HTMLInputElement>(html`<input aria-label="a" />`);
    const host = await setup();
    field.focus();
    takeLostFocus(host, '.second');
    expect(document.activeElement).to.equal(field);
  });

  it('leaves it where it is inside the element', async () => {
    const host = await setup();
    host.shadowRoot?.querySelector<HTMLElement>('.first')?.focus();
    takeLostFocus(host, '.second');
    expect(focused(host)).to.equal('first');
  });

  it('is harmless where the part is not there', async () => {
    const host = await setup();
    takeLostFocus(host, '.third');
    expect(focused(host)).to.equal(undefined);
  });
});
