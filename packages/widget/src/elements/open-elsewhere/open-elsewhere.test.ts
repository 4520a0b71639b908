import { expect, html, waitUntil } from '@open-wc/testing';
import { mountLink, wordsOf } from '../../testing/mount-link.js';
import { CcOpenElsewhere } from './open-elsewhere.js';

const link = 'https://calls.example/j/abcdefghijklmnopqrstuQ';
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/22F76';
const desk = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/60.0 Safari/537.36';

async function setup({ userAgent = `${iPhone} Instagram 380.0`, href = link, denied = false } = {}) {
  const copied: string[] = [];
  const copy = (text: string) => (denied ? Promise.reject(new Error('denied')) : Promise.resolve(copied.push(text)));
  const all = await mountLink<CcOpenElsewhere>(
    CcOpenElsewhere,
    html`<cc-open-elsewhere href=${href} .userAgent=${userAgent} .copy=${copy}></cc-open-elsewhere>`,
  );
  const shows = (selector: string) =>
    waitUntil(() => all.root.querySelector(selector) !== null, `shows ${selector}`, { timeout: 6_000 });
  return { ...all, copied, shows, open: () => all.root.querySelector('a')?.getAttribute('href') };
}

describe('cc-open-elsewhere (E-25)', () => {
  it('names the app and where its menu is, and opens a browser', async () => {
    const { root, open } = await setup();
    expect(wordsOf(root)).to.contain('Open the menu of Instagram');
    expect(open()).to.equal('x-safari-https://calls.example/j/abcdefghijklmnopqrstuQ');
  });

  it('speaks of the app’s menu where the app does not say which it is', async () => {
    expect(wordsOf((await setup({ userAgent: iPhone })).root)).to.contain('Open the menu of this app');
  });

  it('speaks of no menu in a browser that is too old', async () => {
    const { root, open } = await setup({ userAgent: desk });
    expect(wordsOf(root)).not.to.contain('menu');
    expect(open()).to.equal(undefined);
  });

  it('leads from a page that is not secure to the one that is', async () => {
    const { open } = await setup({ userAgent: desk, href: 'http://calls.example/j/abc' });
    expect(open()).to.equal('https://calls.example/j/abc');
  });

  it('copies the link and says so', async () => {
    const { button, copied, root } = await setup();
    button('Copy link').click();
    await waitUntil(() => wordsOf(root).includes('Link copied'), 'says so');
    expect(copied).to.deep.equal([link]);
  });

  it('shows the link to copy by hand where the app has no clipboard', async () => {
    const { button, shows, root } = await setup({ denied: true });
    button('Copy link').click();
    await shows('input');
    const input = root.querySelector('input') as HTMLInputElement;
    expect(input.value).to.equal(link);
    input.focus();
    expect([input.selectionStart, input.selectionEnd]).to.deep.equal([0, link.length]);
  });

  it('draws a code for another device, once somebody wants it', async () => {
    const { root, shows } = await setup();
    expect(root.querySelector('.qr')).to.equal(null);
    root.querySelector('summary')?.click();
    await shows('.qr');
    expect(root.querySelector('.qr')?.getAttribute('aria-label')).to.equal('QR code of this link');
  });

  it('is accessible', async () => {
    const { element, root, shows, button } = await setup({ denied: true });
    root.querySelector('summary')?.click();
    button('Copy link').click();
    await shows('.qr');
    await shows('input');
    await expect(element).to.be.accessible();
  });
});
