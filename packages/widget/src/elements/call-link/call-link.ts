import { CcProvider, element, type HostAdapter, type Message, ProviderController } from '@carillon/call';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { languageOfLink } from '../../choose-language.js';
import { linkServerAdapter } from '../../session/link-server-adapter.js';
import type { LinkSession } from '../../session/link-session.js';
import { emptyLink } from '../../session/link-snapshot.js';
import { screenFor, type ScreenName } from '../../session/screen-for.js';
import { isDressed, paintBackdrop, renderBackdrop } from '../backdrop.js';
import { focusHeading } from '../focus-heading.js';
import { CcLinkNotice } from '../link-notice/link-notice.js';
import { loadCallScreens } from '../load-call-screens.js';
import { strings } from '../localize/strings.js';
import { CcPrejoin } from '../prejoin/prejoin.js';
import { ScreenWakeLock } from '../wake-lock.js';
import { styles } from './call-link.styles.js';
import { screenWords } from './screen-words.js';

const call = html`<cc-customer-call class="shown"></cc-customer-call>`;
/** What a page that could not load the screens of a call waits before it tries again. */
const loadAgainMs = 2_000;

/** One element a screen; the two screens of a call share theirs, so that no picture is lost between them. */
const drawn: Readonly<Record<Exclude<ScreenName, 'loading'>, TemplateResult>> = {
  notice: html`<cc-link-notice class="shown"></cc-link-notice>`,
  prejoin: html`<cc-prejoin class="shown"></cc-prejoin>`,
  waiting: html`<cc-waiting-room class="shown"></cc-waiting-room>`,
  'in-call': call,
  reconnecting: call,
  ended: html`<cc-call-ended class="shown"></cc-call-ended>`,
};

/** Screens without the company's backdrop. */
const undressed = new Set<ScreenName>(['loading', 'in-call', 'reconnecting']);

/** Screens during which a phone does not go dark. */
const awake = new Set<ScreenName>(['waiting', 'in-call', 'reconnecting']);

/** Screens that are loaded when they are wanted. */
const lateScreens = new Set(['cc-waiting-room', 'cc-customer-call', 'cc-call-ended']);

/**
 * The whole journey of one call link: check, wait, call, and what comes after. Give it the link's code, and a place with
 * a height, and it is a complete customer's side of a call.
 *
 * ```html
 * <cc-call-link code="the-code-of-a-link" server="https://calls.example.com"></cc-call-link>
 * ```
 *
 * @element cc-call-link
 * @fires {StartCallRequestEvent} cc-start-call-request - Before a call is started.
 * @fires {LeaveRequestEvent} cc-leave-request - Before the place in the line is given up.
 * @cssproperty [--cc-radius=12px] - Corners of cards.
 * @cssproperty [--cc-font] - The font. Defaults to the system's.
 */
@element('cc-call-link', CcProvider, CcLinkNotice, CcPrejoin)
export class CcCallLink extends LitElement {
  static override styles = styles;

  /** The code of the link: what stands after `/j/` in its address. */
  @property() code = '';
  /** Origin of the link-server. Default: the page's own. */
  @property() server = '';
  /** The element is the page: it names the document after the screen and takes the focus from the start. */
  @property({ type: Boolean }) page = false;
  /** `auto` follows the system's choice of light or dark. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Sentences of the host's own, by key. */
  @property({ attribute: false }) strings: Readonly<Record<string, Message>> = {};
  /** How to reach a server other than a link-server; `code` and `server` are not asked then. */
  @property({ attribute: false }) adapter: HostAdapter | null = null;

  readonly #host: ProviderController<typeof strings> = new ProviderController(this, strings);
  #adapter: HostAdapter | null = null;
  #shown = '';
  /** The language is the link's, and not one that the host has set. */
  #ownLanguage = false;

  constructor() {
    super();
    new ScreenWakeLock(this, () => awake.has(screenFor(this.#link).name));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('code') && !changed.has('server') && !changed.has('adapter')) return;
    const { adapter, code, server } = this;
    this.#adapter = adapter ?? (code === '' ? null : linkServerAdapter({ code, ...(server === '' ? {} : { server }) }));
  }

  protected override render() {
    const { name } = screenFor(this.#link);
    return html`
      <cc-provider
        .adapter=${this.#adapter}
        .brand=${this.#link.view?.brand.color ?? ''}
        .theme=${this.theme}
        .strings=${this.strings}
        lang=${this.lang || nothing}
      >
        ${this.#dressed ? renderBackdrop(this.#session?.pictureUrl(this.#link.view?.brand.backgroundImage) ?? null) : nothing}
        <div class=${this.#dressed ? 'screen dressed' : 'screen'}>
          ${name === 'loading' ? this.#renderLoading() : drawn[name]}
        </div>
      </cc-provider>
    `;
  }

  protected override firstUpdated(): void {
    // The provider is as old as this element and goes with it: there is nothing to unsubscribe.
    this.#provider?.subscribe(() => this.requestUpdate());
    this.requestUpdate();
  }

  protected override updated(): void {
    this.#speak();
    paintBackdrop(this.renderRoot.querySelector('.backdrop'), this.#link.view?.brand.background);
    const screen = screenFor(this.#link);
    const words = screenWords(screen, this.#link, (key, ...args) => this.#host.t(key, ...args));
    this.#nameDocument(words);
    const shown = screen.name === 'notice' ? screen.notice : screen.name === 'reconnecting' ? 'in-call' : screen.name;
    if (shown === this.#shown) return;
    const first = this.#shown === '' || this.#shown === 'loading';
    this.#shown = shown;
    if (shown !== 'loading') void this.#enter(shown, words, first);
  }

  get #provider(): CcProvider | null {
    return this.renderRoot.querySelector('cc-provider');
  }

  get #session() {
    return (this.hasUpdated ? this.#provider?.session : null) as LinkSession | null | undefined;
  }

  get #link() {
    return this.#session?.snapshot ?? emptyLink;
  }

  /** The company's colour and picture stand behind every screen but the call: there the people are the picture. */
  get #dressed(): boolean {
    return !undressed.has(screenFor(this.#link).name) && isDressed(this.#link.view?.brand);
  }

  #renderLoading() {
    return html`<div class="loading shown">
      <h1 tabindex="-1">${this.#host.t('link.loading')}</h1>
    </div>`;
  }

  /** A new screen is read from its heading; somebody who works elsewhere on the page only hears of it. */
  async #enter(shown: string, words: string, first: boolean): Promise<void> {
    const mayFocus = (first ? this.page : true) && this.#ownsFocus;
    const element = this.renderRoot.querySelector<LitElement>('.shown');
    if (element && lateScreens.has(element.localName)) await this.#loadScreens();
    await element?.updateComplete;
    if (shown !== this.#shown || !element) return;
    if (mayFocus && focusHeading(element.renderRoot)) return;
    if (!first) this.#provider?.announce(words);
  }

  /** The language that the link asks for: of the document where this is the page, else of this element alone. */
  #speak(): void {
    const wanted = this.#link.view?.language;
    if (!wanted || !this.isConnected || (this.lang !== '' && !this.#ownLanguage)) return;
    if (!this.page && wanted.mode === 'browser') return;
    const { lang, dir } = languageOfLink(wanted, navigator.languages);
    const speaker = this.page ? document.documentElement : this;
    if (speaker.lang === lang) return;
    this.#ownLanguage = !this.page;
    speaker.lang = lang;
    speaker.dir = dir;
    this.requestUpdate();
  }

  /** Without them there is nothing to show: it is tried until they come, or this element goes. */
  async #loadScreens(): Promise<void> {
    while (this.isConnected) {
      const loaded = await loadCallScreens().then(
        () => true,
        () => false,
      );
      if (loaded) return;
      await new Promise((done) => setTimeout(done, loadAgainMs));
    }
  }

  get #ownsFocus(): boolean {
    const { activeElement } = document;
    return !activeElement || activeElement === document.body || activeElement === this || this.#contains(activeElement);
  }

  /** Through shadow roots: an embedding element's own root shows this one as focused. */
  #contains(focused: Element): boolean {
    const root = this.getRootNode();
    return focused.contains(this) || (root instanceof ShadowRoot && root.activeElement === this);
  }

  #nameDocument(words: string): void {
    if (!this.page || !this.isConnected) return;
    const brand = this.#link.view?.brand.name;
    document.title = brand ? this.#host.t('link.title', { screen: words, brand }) : words;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-link': CcCallLink;
  }
}
