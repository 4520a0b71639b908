import { define } from '@carillon/call';
import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { nothing, type LitElement } from 'lit';
import '../localize/register-languages.js';
import { testBackground, testLogo, testPictureUrl } from '../../testing/brand-pictures.js';
import { joinView } from '../../testing/link-fixtures.js';
import { answered } from '../../testing/link-state.js';
import { LinkWorld, type LinkWorldOptions } from '../../testing/link-world.js';
import { wordsOf } from '../../testing/mount-link.js';
import { CcCallLink } from './call-link.js';

interface Setup extends LinkWorldOptions {
  readonly theme?: 'light' | 'dark';
  readonly page?: boolean;
  readonly lang?: string;
}

async function setup({ theme = 'light', page = true, lang, ...options }: Setup = {}) {
  define(CcCallLink);
  const world = new LinkWorld(options);
  const element = await fixture<CcCallLink>(
    html`<cc-call-link
      .adapter=${{ createSession: () => world.session }}
      .theme=${theme}
      ?page=${page}
      lang=${lang ?? nothing}
    ></cc-call-link>`,
  );
  const root = element.shadowRoot as ShadowRoot;
  const shown = () => root.querySelector<LitElement>('.shown')!;
  const screen = async (tag: string) => {
    await waitUntil(() => shown().localName === tag, `shows ${tag}`, patient);
    await customElements.whenDefined(tag);
    await shown().updateComplete;
  };
  const focused = () => {
    let at: Element | null = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  const focusOn = (words: RegExp) =>
    waitUntil(() => words.test(wordsOf(focused())), `focus on ${String(words)}`, patient);
  const button = (words: string) => {
    const found = [...shown().renderRoot.querySelectorAll('button')].find((one) => wordsOf(one) === words);
    if (!found) throw new Error(`no button "${words}" in: ${wordsOf(shown().renderRoot)}`);
    return found;
  };
  return { world, element, root, shown, screen, focused, focusOn, button };
}

/** Presses Tab until what is named has the focus; then a key. */
async function tabTo(focused: () => Element | null, words: RegExp): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await sendKeys({ press: 'Tab' });
    const at = focused();
    if (words.test(`${at?.getAttribute('aria-label') ?? ''} ${wordsOf(at)}`.trim())) return;
  }
  throw new Error(`Tab never reached ${String(words)}`);
}

/** For machines that are busy with other tests. */
const patient = { timeout: 6_000 };

describe('cc-call-link', () => {
  afterEach(() => {
    // First, as a page that is still there would say its language again.
    fixtureCleanup();
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
  });

  it('goes the whole journey by keyboard, the focus on each screen’s heading (WCAG 2.1.1)', async () => {
    const { world, screen, focused, focusOn } = await setup({ view: { kind: 'expiry' } });
    await screen('cc-prejoin');
    await focusOn(/^Nordlicht Energie$/);
    await tabTo(focused, /^Start audio call$/);
    await sendKeys({ press: 'Enter' });
    await screen('cc-waiting-room');
    await focusOn(/^You are second in line$/);
    world.server.set({ state: 'active', medium: 'audio' });
    await screen('cc-customer-call');
    await focusOn(/^Call with Ana Kovač$/);
    await answered(world);
    await waitUntil(() => world.session.call?.snapshot.phase === 'connected');
    await tabTo(focused, /^Mute$/);
    await sendKeys({ press: 'End' });
    await focusOn(/^End call$/);
    await sendKeys({ press: 'Enter' });
    await screen('cc-call-ended');
    await focusOn(/^The call has ended$/);
    await tabTo(focused, /^Call again$/);
    await sendKeys({ press: 'Enter' });
    await screen('cc-prejoin');
  });

  it('names the document after the screen, when it is the page', async () => {
    const { world, screen } = await setup();
    await screen('cc-prejoin');
    expect(document.title).to.equal('Start your call – Nordlicht Energie');
    await world.session.redeem({ medium: 'audio' });
    await screen('cc-waiting-room');
    expect(document.title).to.equal('You are second in line – Nordlicht Energie');
    world.server.set({ state: 'active' });
    await screen('cc-customer-call');
    expect(document.title).to.equal('In call with Ana Kovač – Nordlicht Energie');
    world.server.set({ state: 'ended', endReason: 'agent_hangup' });
    await screen('cc-call-ended');
    expect(document.title).to.equal('The call has ended – Nordlicht Energie');
  });

  it('leaves the title and the focus of a host page alone', async () => {
    const { screen } = await setup({ page: false });
    document.title = 'The host';
    await screen('cc-prejoin');
    expect(document.title).to.equal('The host');
    expect(document.activeElement).to.equal(document.body);
  });

  it('only says the new screen to somebody who works elsewhere on the page', async () => {
    const { world, screen, root } = await setup({ page: false });
    const input = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
    input.focus();
    await screen('cc-prejoin');
    await world.session.redeem({ medium: 'audio' });
    await screen('cc-waiting-room');
    const provider = root.querySelector('cc-provider')!;
    await waitUntil(() => provider.renderRoot.querySelector('[data-announce=polite] p') !== null);
    expect(wordsOf(provider.renderRoot.querySelector('[data-announce=polite]'))).to.equal('You are second in line');
    expect(document.activeElement).to.equal(input);
  });

  it('keeps the element of the call while it reconnects, so that no picture is lost', async () => {
    const { world, screen, shown } = await setup({ call: { state: 'active' } });
    await screen('cc-customer-call');
    const before = shown();
    await answered(world);
    await waitUntil(() => world.session.call?.snapshot.phase === 'connected');
    world.room.set({ connection: 'reconnecting' });
    await waitUntil(() => world.session.snapshot.mediaLost);
    await screen('cc-customer-call');
    expect(shown()).to.equal(before);
  });

  it('keeps the call while it is moved in the page', async () => {
    const { world, element, screen } = await setup({ call: { state: 'active' } });
    await screen('cc-customer-call');
    await answered(world);
    const place = await fixture<HTMLElement>(html`<section></section>`);
    place.append(element);
    await screen('cc-customer-call');
    expect(world.rooms).to.have.length(1);
    expect(world.room.state.connection).to.equal('connected');
  });

  it('fetches the screens of a call on the first sign that one is wanted, and shows them', async () => {
    const { world, screen, button, shown } = await setup();
    await screen('cc-prejoin');
    button('Start audio call').focus();
    await customElements.whenDefined('cc-waiting-room');
    await world.session.redeem({ medium: 'audio' });
    await screen('cc-waiting-room');
    expect(wordsOf(shown().renderRoot)).to.contain('You are second in line');
  });

  for (const page of [true, false])
    it(`speaks the language that the link presets, ${page ? 'as the page' : 'by itself on a host page'}`, async () => {
      const { element, screen, shown } = await setup({
        page,
        view: { state: 'used', language: { mode: 'preset', language: 'ar' } },
      });
      await screen('cc-link-notice');
      await waitUntil(
        () => wordsOf(shown().renderRoot.querySelector('h1')) === 'تم استخدام هذا الرابط من قبل',
        '',
        patient,
      );
      expect(getComputedStyle(shown()).direction).to.equal('rtl');
      const speaker = page ? document.documentElement : element;
      expect([speaker.lang, speaker.dir]).to.deep.equal(['ar', 'rtl']);
      if (!page) expect(document.documentElement.lang).to.equal('en');
    });

  it('speaks the language that the host has set, whatever the link presets', async () => {
    const { element, screen, shown } = await setup({
      page: false,
      lang: 'de',
      view: { state: 'used', language: { mode: 'preset', language: 'ar' } },
    });
    await screen('cc-link-notice');
    await waitUntil(() => wordsOf(shown().renderRoot.querySelector('h1')) === 'Dieser Link wurde bereits verwendet');
    expect(element.lang).to.equal('de');
  });

  it('wears the colour of the link', async () => {
    const { root, screen } = await setup({ view: { brand: { name: 'Zitrone', color: '#ffd400', welcome: '' } } });
    await screen('cc-prejoin');
    expect(root.querySelector('cc-provider')?.style.getPropertyValue('--cc-brand')).to.equal('#ffd400');
  });

  describe('on a company’s picture (LNK-2)', () => {
    const brand = {
      ...joinView().brand,
      ...{ logo: testLogo, background: '#ffd9a0', backgroundImage: testBackground },
    };
    const backdrop = (root: ShadowRoot) => root.querySelector<HTMLElement>('.backdrop');
    const sheetOf = (element: Element) => getComputedStyle(element.shadowRoot!.querySelector('.column')!);

    it('lays what is read on a sheet of its own colour', async () => {
      const { root, screen, shown } = await setup({ view: { brand } });
      await screen('cc-prejoin');
      expect(backdrop(root)?.querySelector('img')?.src).to.equal(testPictureUrl(testBackground));
      expect(backdrop(root)?.style.getPropertyValue('--cc-backdrop')).to.equal('#ffd9a0');
      expect(sheetOf(shown()).backgroundColor).to.not.equal('rgba(0, 0, 0, 0)');
    });

    it('shows neither sheet nor backdrop where a brand has none', async () => {
      const { root, screen, shown } = await setup();
      await screen('cc-prejoin');
      expect(backdrop(root)).to.equal(null);
      expect(sheetOf(shown()).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    });

    it('stands aside in the call, where the people are the picture', async () => {
      const { root, screen } = await setup({ view: { brand }, call: { state: 'active' } });
      await screen('cc-customer-call');
      expect(backdrop(root)).to.equal(null);
    });

    it('keeps the colour where the picture does not come', async () => {
      const missing = `pic_${'X'.repeat(22)}`;
      const { root, screen } = await setup({ view: { state: 'used', brand: { ...brand, backgroundImage: missing } } });
      await screen('cc-link-notice');
      await waitUntil(() => backdrop(root)?.querySelector('img')?.hidden === true);
      expect(backdrop(root)?.style.getPropertyValue('--cc-backdrop')).to.equal('#ffd9a0');
    });

    it('takes a colour that was parsed and no other CSS (T21)', async () => {
      for (const background of ['red; background: url(//evil)', 'var(--x)', 'url(//evil)']) {
        const { root, screen } = await setup({ view: { state: 'used', brand: { ...brand, background } } });
        await screen('cc-link-notice');
        expect(backdrop(root)?.style.getPropertyValue('--cc-backdrop'), background).to.equal('');
        fixtureCleanup();
      }
    });
  });

  it('takes words of the host', async () => {
    const { element, screen, shown } = await setup({ view: { state: 'used' } });
    element.strings = { 'notice.used': 'Gone' };
    await screen('cc-link-notice');
    await waitUntil(() => wordsOf(shown().renderRoot.querySelector('h1')) === 'Gone');
  });

  for (const theme of ['light', 'dark'] as const)
    describe(`in the ${theme}`, () => {
      const screens: Readonly<Record<string, Setup & { tag: string }>> = {
        notice: { view: { state: 'used' }, tag: 'cc-link-notice' },
        'notice on a picture': {
          view: { state: 'used', brand: { ...joinView().brand, backgroundImage: testBackground } },
          tag: 'cc-link-notice',
        },
        'pre-join': { tag: 'cc-prejoin' },
        waiting: { call: { state: 'queued' }, tag: 'cc-waiting-room' },
        'video call': { call: { state: 'active', medium: 'video' }, tag: 'cc-customer-call' },
        'audio call': { call: { state: 'active', medium: 'audio' }, tag: 'cc-customer-call' },
      };
      for (const [name, { tag, ...options }] of Object.entries(screens))
        it(`is accessible: ${name}`, async () => {
          const { element, screen } = await setup({ ...options, theme });
          await screen(tag);
          await expect(element).to.be.accessible();
        }).timeout(30_000);
    });
});
