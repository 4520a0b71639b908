import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { define, element } from '../element.js';
import { CcProvider } from '../provider/provider.js';
import { baseStyles } from './base-styles.js';

@element('cc-test-styled')
class Styled extends LitElement {
  static override styles = baseStyles;

  protected override render() {
    return html`
      <button class="button">Go on</button>
      <button class="button primary">Start</button>
      <button class="button answer">Answer</button>
      <button class="button danger">End</button>
      <button class="button" disabled>Wait</button>
      <input class="input" aria-label="Name" />
      <select class="input" aria-label="Device"></select>
      <span class="visually-hidden">hidden words</span>
      <span class="avatar">AK</span>
    `;
  }
}
define(CcProvider, Styled);

async function setup(density?: 'agent' | 'customer', own?: string) {
  const provider = await fixture<CcProvider>(
    html`<cc-provider density=${density ?? 'customer'}
      ><cc-test-styled density=${own ?? ''}></cc-test-styled
    ></cc-provider>`,
  );
  const host = provider.firstElementChild as Styled;
  await host.updateComplete;
  const find = (selector: string) => host.renderRoot.querySelector(selector) as HTMLElement;
  return {
    host,
    find,
    heights: () => ['.button', 'input', 'select'].map((it) => find(it).getBoundingClientRect().height),
  };
}

describe('the base styles', () => {
  it('give customers 44 px and agents 32 px to press', async () => {
    expect((await setup('customer')).heights()).to.deep.equal([44, 44, 44]);
    expect((await setup('agent')).heights()).to.deep.equal([32, 32, 32]);
  });

  it('let one element differ from its provider', async () => {
    expect((await setup('customer', 'agent')).heights()).to.deep.equal([32, 32, 32]);
    expect((await setup('agent', 'customer')).heights()).to.deep.equal([44, 44, 44]);
  });

  it('show where the keyboard is', async () => {
    const { find } = await setup();
    find('.button').focus();
    await sendKeys({ press: 'Tab' });
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(find('.primary'));
    expect([outlineStyle, outlineWidth, outlineOffset]).to.deep.equal(['solid', '2px', '2px']);
  });

  it('keep four kinds of button apart', async () => {
    const { find } = await setup();
    const colors = ['.button', '.primary', '.answer', '.danger'].map(
      (it) => getComputedStyle(find(it)).backgroundColor,
    );
    expect(new Set(colors).size).to.equal(4);
  });

  it('hide what is only to be read out, and leave it readable', async () => {
    const { find } = await setup();
    const box = find('.visually-hidden').getBoundingClientRect();
    expect([box.width, box.height]).to.deep.equal([1, 1]);
    expect(getComputedStyle(find('.visually-hidden')).display).not.to.equal('none');
  });

  it('obey hidden', async () => {
    const { host } = await setup();
    host.hidden = true;
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('place nothing by left or right, so that every script reads them', () => {
    const text = baseStyles.map(({ cssText }) => cssText).join('\n');
    const physical = text.match(/(?:margin|padding|border|inset)-(?:left|right)|text-align: (?:left|right)|float:/g);
    expect(physical).to.equal(null);
  });
});
