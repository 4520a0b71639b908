import { define, CcProvider } from '@carillon/call';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import './brand-contrast.js';
import type { BrandContrast } from './brand-contrast.js';

async function contrastOf(color: string, theme: 'light' | 'dark') {
  define(CcProvider);
  const element = await fixture<BrandContrast>(
    html`<desk-brand-contrast .color=${color} .theme=${theme}></desk-brand-contrast>`,
  );
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelector('dl'));
  const ratios = () => [...root.querySelectorAll('dd')].map((one) => parseFloat(one.textContent ?? ''));
  const warning = () => root.querySelector('p')?.textContent?.replace(/\s+/g, ' ').trim() ?? null;
  return { element, root, ratios, warning };
}

describe('the contrast of a brand’s colour', () => {
  for (const [color, theme, warned] of [
    ['#0f62c4', 'light', false],
    ['#0f62c4', 'dark', true],
    ['#ffd400', 'light', true],
    ['#ffd400', 'dark', false],
    ['#ffffff', 'light', true],
    ['#000000', 'dark', true],
  ] as const)
    it(`of ${color} is ${warned ? 'too low' : 'enough'} in the ${theme}`, async () => {
      const { ratios, warning } = await contrastOf(color, theme);
      const [button = 0, raw = 0] = ratios();
      expect(button, 'words on a button can always be read').to.be.at.least(4.5);
      expect(raw < 4.5).to.equal(warned);
      const said = /drawn in (#[0-9a-f]{6}) instead, with ([\d.]+) : 1/.exec(warning() ?? '');
      expect(said !== null).to.equal(warned);
      if (said) expect(Number(said[2]), 'what is drawn instead').to.be.at.least(4.5);
    });

  it('follows the colour, and keeps what it knew of one that is none', async () => {
    const { element, ratios, warning } = await contrastOf('#ffd400', 'light');
    element.color = '#003366';
    await waitUntil(() => warning() === null);
    expect(ratios()[1]).to.be.above(10);
  });

  it('is accessible in both themes', async () => {
    for (const theme of ['light', 'dark'] as const)
      await expect((await contrastOf('#777777', theme)).element).to.be.accessible();
  });
});
