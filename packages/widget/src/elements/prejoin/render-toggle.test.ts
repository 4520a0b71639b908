import { expect, fixture, html } from '@open-wc/testing';
import { micIcon } from '@carillon/call';
import { renderToggle } from './render-toggle.js';

describe('a toggle over the preview', () => {
  it('is a button that says what a click does, and does it', async () => {
    let clicks = 0;
    const box = await fixture(html`<div>${renderToggle('Mute', micIcon, () => clicks++)}</div>`);
    const button = box.querySelector('button');
    expect(button?.getAttribute('aria-label')).to.equal('Mute');
    expect(button?.title).to.equal('Mute');
    expect(button?.type).to.equal('button');
    expect(button?.querySelector('svg')).to.exist;
    button?.click();
    expect(clicks).to.equal(1);
  });
});
