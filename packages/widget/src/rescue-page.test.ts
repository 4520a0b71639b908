import { expect, waitUntil } from '@open-wc/testing';
import { openEarlyPage, type EarlyPage } from './testing/early-page.js';

const count = 'cc-failed';
const slowMs = 15_000;

describe('a link page whose script does not come', () => {
  let page: EarlyPage;
  const there = () => Promise.resolve(new Response());
  const pauses = () => page.timers.map(({ ms }) => ms).filter((ms) => ms !== slowMs);
  const run = (ms: number) => page.timers.findLast((timer) => timer.ms === ms)?.run();
  const open = async (...how: Parameters<typeof openEarlyPage>) => (page = await openEarlyPage(...how));
  afterEach(() => {
    page.close();
    sessionStorage.removeItem(count);
  });

  it('says so once all scripts have come or failed, and not before', async () => {
    await open();
    expect(page.words()?.hidden).to.equal(true);
    page.load();
    expect(page.words()?.hidden).to.equal(false);
  });

  it('is loaded again by itself', async () => {
    await open();
    page.load();
    page.answer = there;
    expect(pauses()).to.deep.equal([1_000]);
    run(1_000);
    await page.loadedAgain;
    expect(page.asked).to.deep.equal([`HEAD ${page.window.location.href}`]);
  });

  it('waits longer each time, and gives up after the third', async () => {
    const waited: number[][] = [];
    for (let i = 0; i < 5; i++) {
      await open();
      page.load();
      waited.push(pauses());
      page.close();
    }
    expect(waited).to.deep.equal([[1_000], [4_000], [16_000], [], []]);
  });

  it('counts a load once, however it is found to have failed', async () => {
    await open();
    run(slowMs);
    page.load();
    expect(pauses()).to.deep.equal([1_000]);
    expect(sessionStorage.getItem(count)).to.equal('1');
  });

  for (const [what, answer] of [
    ['is not reached', () => Promise.reject(new TypeError('offline'))],
    ['is not well', () => Promise.resolve(new Response(null, { status: 502 }))],
  ] as const)
    it(`stays as long as the server ${what}: the browser’s own page would not come back`, async () => {
      await open();
      page.load();
      page.answer = answer;
      run(1_000);
      await waitUntil(() => pauses().includes(3_000));
      expect(page.words()?.hidden).to.equal(false);
      page.answer = there;
      run(3_000);
      await page.loadedAgain;
    });

  it('is loaded again when the network is back, even where nothing can be counted', async () => {
    await open(undefined, { storage: false });
    page.load();
    expect(page.words()?.hidden).to.equal(false);
    expect(pauses(), 'by itself it might never end').to.deep.equal([]);
    page.answer = there;
    page.window.dispatchEvent(new Event('online'));
    await page.loadedAgain;
  });

  it('says so when the script takes too long, and takes it back when it comes after all', async () => {
    await open();
    run(slowMs);
    expect(page.words()?.hidden).to.equal(false);
    expect(sessionStorage.getItem(count)).to.equal('1');
    await page.work();
    expect(page.words()).to.equal(null);
    expect(sessionStorage.getItem(count)).to.equal(null);
  });

  it('is left alone by what was planned before its script came', async () => {
    await open();
    page.load();
    let answer!: (response: Response) => void;
    page.answer = () => new Promise((resolve) => (answer = resolve));
    run(1_000);
    await page.work();
    let again = false;
    void page.loadedAgain.then(() => (again = true));
    for (const status of [200, 502]) {
      answer(new Response(null, { status }));
      page.window.dispatchEvent(new Event('online'));
      await new Promise(requestAnimationFrame);
    }
    expect(again).to.equal(false);
    expect(pauses(), 'and asks no more').to.deep.equal([1_000]);
  });

  it('does nothing once it works, and forgets what failed before', async () => {
    sessionStorage.setItem(count, '2');
    await open();
    await page.work();
    page.load();
    run(slowMs);
    page.window.dispatchEvent(new Event('online'));
    expect(page.words()).to.equal(null);
    expect(pauses()).to.deep.equal([]);
    expect(page.asked).to.deep.equal([]);
    expect(sessionStorage.getItem(count)).to.equal(null);
  });

  it('works without an error where nothing may be kept', async () => {
    await open(undefined, { storage: false });
    const errors: unknown[] = [];
    const keep = (event: PromiseRejectionEvent) => (event.preventDefault(), errors.push(event.reason));
    for (const target of [window, page.window]) target.addEventListener('unhandledrejection', keep);
    await page.work();
    // Refused on purpose, and told after whatever was refused before.
    const script = page.window.document.createElement('script');
    script.textContent = "Promise.reject('last')";
    page.window.document.head.append(script);
    await waitUntil(() => errors.includes('last'));
    for (const target of [window, page.window]) target.removeEventListener('unhandledrejection', keep);
    expect(page.words()).to.equal(null);
    expect(errors).to.deep.equal(['last']);
  });

  it('does nothing on a page without such words', async () => {
    await open(undefined, { words: false });
    page.load();
    expect(pauses()).to.deep.equal([]);
  });
});
