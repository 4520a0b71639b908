import { expect, fixture, html } from '@open-wc/testing';
import { states as controls } from '../call-controls/call-controls.states.js';
import { states as mic } from '../mic-button/mic-button.states.js';
import { states as tile } from '../participant-tile/participant-tile.states.js';
import { renderGallery } from './render-gallery.js';

const root = () => fixture<HTMLElement>(html`<main></main>`);
const drawn = (main: HTMLElement) => [...main.querySelectorAll('h2')].map((title) => title.textContent);

describe('the gallery', () => {
  it('draws every state of every element it is given, by name', async () => {
    const main = await root();
    await renderGallery(main, [{ states: tile }, { states: mic }]);
    expect(drawn(main)).to.deep.equal(['cc-mic-button', 'cc-participant-tile']);
    const names = [...main.querySelectorAll('figcaption')].map((caption) => caption.textContent);
    expect(names).to.deep.equal([...mic.render(), ...tile.render()].map(({ name }) => name));
  });

  it('is done when everything is drawn, shadow roots too', async () => {
    const main = await root();
    await renderGallery(main, [{ states: controls }]);
    const bar = main.querySelector('cc-call-controls');
    const button = bar?.shadowRoot?.querySelector('cc-mic-button')?.shadowRoot?.querySelector('button');
    expect(button?.textContent).to.contain('Mute');
  });

  it('gives every state the width and height it asks for, and the usual one else', async () => {
    const main = await root();
    await renderGallery(main, [{ states: tile }], { width: 200 });
    const sizes = [...main.querySelectorAll<HTMLElement>('.frame')].map(({ style }) => style.inlineSize);
    expect(sizes).to.deep.equal(tile.render().map(({ width }) => `${width ?? 200}px`));
    expect(main.querySelector<HTMLElement>('.frame')?.style.blockSize).to.equal('180px');
  });

  it('shows all of it in one theme, language, density and brand', async () => {
    const main = await root();
    await renderGallery(main, [{ states: mic }], { theme: 'dark', lang: 'ar', density: 'agent', brand: '#067a52' });
    const providers = [...main.querySelectorAll('cc-provider')];
    expect(providers.length).to.be.greaterThan(1);
    for (const { theme, lang, density, brand, dir } of providers)
      expect([theme, lang, density, brand, dir]).to.deep.equal(['dark', 'ar', 'agent', '#067a52', 'rtl']);
  });

  it('uses no style attribute in what it writes', async () => {
    const source = renderGallery.toString();
    expect(source).not.to.match(/\sstyle="/);
  });
});
