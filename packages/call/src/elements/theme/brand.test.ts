import { expect, fixture, html } from '@open-wc/testing';
import { define } from '../element.js';
import { CcProvider } from '../provider/provider.js';
import { contrast, parseColor, type Rgb, textOn } from './brand.js';

define(CcProvider);

/** Colours over the whole cube, its corners included, and some brands that are hard. */
const steps = ['00', '40', '80', 'c0', 'ff'];
const brands = [
  ...steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`))),
  '#ffd400',
  '#767676',
  '#0f62c4',
  '#e4002b',
  '#00a651',
];

/** Reads the colours a provider derives, in sRGB, by painting them. */
async function palette(theme: 'light' | 'dark') {
  const host = await fixture<CcProvider>(html`<cc-provider theme=${theme}><p></p></cc-provider>`);
  const probe = host.querySelector('p') as HTMLElement;
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  const paint = (token: string): Rgb => {
    probe.style.color = `var(${token})`;
    context.fillStyle = getComputedStyle(probe).color;
    context.clearRect(0, 0, 1, 1);
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r / 255, g / 255, b / 255];
  };
  return (brand: string) => {
    host.style.setProperty('--cc-brand', brand);
    return paint;
  };
}

/** Foreground, background, least contrast. */
const pairs = [
  ['--cc-on-primary', '--cc-primary', 4.5],
  ['--cc-text', '--cc-canvas', 7],
  ['--cc-text', '--cc-panel', 7],
  ['--cc-text', '--cc-raised', 7],
  ['--cc-text', '--cc-sunken', 7],
  ['--cc-text', '--cc-accent-tint', 7],
  ['--cc-muted', '--cc-canvas', 4.5],
  ['--cc-muted', '--cc-panel', 4.5],
  ['--cc-muted', '--cc-raised', 4.5],
  ['--cc-muted', '--cc-sunken', 4.5],
  ['--cc-accent', '--cc-canvas', 4.5],
  ['--cc-accent', '--cc-panel', 4.5],
  ['--cc-accent', '--cc-raised', 4.5],
  ['--cc-outline', '--cc-canvas', 3],
  ['--cc-outline', '--cc-raised', 3],
  ['--cc-on-stage', '--cc-stage', 7],
  ['--cc-on-stage', '--cc-stage-raised', 7],
  ['--cc-panel', '--cc-text', 7],
] as const;

/** Colours that mean something and never follow the brand. */
const meanings = [
  ['--cc-on-answer', '--cc-answer', 4.5],
  ['--cc-on-danger', '--cc-danger', 4.5],
  ['--cc-danger-text', '--cc-panel', 4.5],
  ['--cc-danger-text', '--cc-danger-tint', 4.5],
  ['--cc-attention-text', '--cc-attention-tint', 4.5],
  ['--cc-attention-text', '--cc-panel', 4.5],
  ['--cc-good-text', '--cc-sunken', 4.5],
  ['--cc-good-text', '--cc-panel', 4.5],
] as const;

for (const theme of ['light', 'dark'] as const)
  describe(`the colours derived from a brand, ${theme}`, () => {
    it(`can be read with each of ${brands.length} brands`, async () => {
      const derive = await palette(theme);
      const poor: string[] = [];
      for (const brand of brands) {
        const paint = derive(brand);
        for (const [front, back, least] of pairs) {
          const ratio = contrast(paint(front), paint(back));
          if (ratio < least) poor.push(`${brand}: ${front} on ${back} is ${ratio.toFixed(2)}`);
        }
      }
      expect(poor).to.deep.equal([]);
    }).timeout(20_000);

    it('can be read where they mean something', async () => {
      const paint = (await palette(theme))('#0f62c4');
      for (const [front, back, least] of meanings)
        expect(contrast(paint(front), paint(back)), `${front} on ${back}`).to.be.at.least(least);
    });
  });

describe('a brand colour', () => {
  it('is read from #rrggbb', () => {
    expect(parseColor(' #FF8000 ')).to.deep.equal([1, 128 / 255, 0]);
  });

  for (const text of ['', 'red', '#fff', '#12345g', '#1234567', 'rgb(0 0 0)', '#000000;color:red'])
    it(`is not read from "${text}"`, () => expect(parseColor(text)).to.equal(undefined));

  it('has black or white text, whichever contrasts more, never less than 4.5 : 1', () => {
    expect([textOn([1, 1, 1]), textOn([0, 0, 0]), textOn([1, 0.83, 0])]).to.deep.equal([
      '#000000',
      '#ffffff',
      '#000000',
    ]);
    for (const brand of brands) {
      const color = parseColor(brand) as Rgb;
      expect(contrast(color, parseColor(textOn(color)) as Rgb), brand).to.be.at.least(4.5);
    }
  });

  it('has the text the tokens give it', async () => {
    const derive = await palette('light');
    for (const brand of ['#0f62c4', '#ffd400', '#e4002b', '#767676']) {
      const paint = derive(brand);
      expect(parseColor(textOn(paint('--cc-primary'))), brand).to.deep.equal(paint('--cc-on-primary'));
    }
  });
});

describe('contrast', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrast([0, 0, 0], [1, 1, 1])).to.be.closeTo(21, 0.001);
    expect(contrast([0.3, 0.4, 0.5], [0.3, 0.4, 0.5])).to.equal(1);
  });
});
