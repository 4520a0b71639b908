import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { HostAdapter, HostSession } from '../../session/host-session.js';
import { element } from '../element.js';
import { errorCode } from '../events/error-code.js';
import { ErrorEvent, ReadyEvent } from '../events/provider-events.js';
import type { Message } from '../localize/dictionary.js';
import { directionOf, langOf, toLocale } from '../localize/locale-of.js';
import { applyBrand } from '../theme/apply-brand.js';
import { Announcer } from './announcer.js';
import { type AnnouncePriority, type ProviderContext, providerContext } from './provider-context.js';
import { styles } from './provider.styles.js';

/**
 * Connects the elements under it to a server. It owns the adapter's session, the language, the sentences, the theme
 * and the announcer, and draws nothing of its own.
 *
 * The session follows the server while the provider is on a page. Moving the provider keeps the session and the call;
 * taking it away stops following and leaves the media, and never ends a call.
 *
 * @element cc-provider
 * @fires {ReadyEvent} cc-ready - Once the adapter has made its session and it follows the server.
 * @fires {ErrorEvent} cc-error - When the adapter could not make or start its session.
 * @slot - The elements to connect.
 * @attr {'customer'|'agent'} density - How large controls are: 44 px for customers (default), 32 px for agents.
 * @cssproperty [--cc-brand=#0f62c4] - The one accent colour. Everything else is derived from it.
 * @cssproperty [--cc-radius=12px] - Corners of cards.
 * @cssproperty [--cc-font] - The font. Defaults to the system's.
 */
@element('cc-provider')
export class CcProvider extends LitElement implements ProviderContext {
  static override styles = styles;

  /** `auto` follows the system's choice of light or dark. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  @property({ reflect: true }) density: 'customer' | 'agent' = 'customer';
  /** The brand colour as `#rrggbb`; anything else is left out. The property `--cc-brand` does the same from a style sheet. */
  @property() brand = '';
  /** Sentences of the host's own, by key. They win over every dictionary. */
  @property({ attribute: false }) strings: Readonly<Record<string, Message>> = {};

  readonly #announcer = new Announcer(() => this.renderRoot);
  readonly #listeners = new Set<() => void>();
  #adapter: HostAdapter | null = null;
  #session: HostSession | null = null;
  #unsubscribe: (() => void)[] = [];
  #stopping: ReturnType<typeof setTimeout> | undefined;
  #ownDirection = false;

  constructor() {
    super();
    new ContextProvider(this, { context: providerContext, initialValue: this });
  }

  /**
   * How to reach the server. Replacing it stops the session before and makes a new one; while a call is live that
   * would drop it, and throws an `InvalidStateError` instead.
   */
  get adapter(): HostAdapter | null {
    return this.#adapter;
  }

  set adapter(adapter: HostAdapter | null) {
    if (adapter === this.#adapter) return;
    const phase = this.#session?.call?.snapshot.phase;
    if (phase !== undefined && phase !== 'ended')
      throw new DOMException('The adapter cannot be replaced during a call.', 'InvalidStateError');
    this.#release();
    this.#adapter = adapter;
    if (this.isConnected) this.#connect();
  }

  get session(): HostSession | null {
    return this.#session;
  }

  /** The language everything under this provider is shown in, unless a `lang` is nearer. */
  get locale(): string {
    return toLocale(langOf(this));
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    if (name === 'lang') this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#stopping);
    this.#stopping = undefined;
    this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move is a removal and an insertion: only who is still away when the task is over has left.
    this.#stopping = setTimeout(() => this.#release());
  }

  subscribe(listener: () => void): () => void {
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  announce(text: string, priority: AnnouncePriority = 'polite'): void {
    this.#announcer.announce(text, priority);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('brand') && (this.brand || changed.get('brand'))) applyBrand(this, this.brand);
    this.#direct();
  }

  protected override render() {
    return html`<slot></slot>${this.#announcer.template()}`;
  }

  protected override updated(): void {
    this.#tell();
  }

  /** A language written from the right turns everything under the provider, unless the page has said a `dir` itself. */
  #direct(): void {
    if (this.hasAttribute('dir') && !this.#ownDirection) return;
    this.#ownDirection = this.hasAttribute('lang');
    if (this.#ownDirection) this.dir = directionOf(this.locale);
    else this.removeAttribute('dir');
  }

  #connect(): void {
    if (this.#session || !this.#adapter) return;
    try {
      const session = this.#adapter.createSession();
      this.#session = session;
      this.#unsubscribe = [session.subscribe(() => this.#tell())];
      session.start();
    } catch (error) {
      this.#release();
      this.dispatchEvent(new ErrorEvent(errorCode(error)));
      return;
    }
    this.#tell();
    this.dispatchEvent(new ReadyEvent());
  }

  #release(): void {
    for (const stop of this.#unsubscribe) stop();
    this.#unsubscribe = [];
    const session = this.#session;
    this.#session = null;
    session?.stop();
    if (session) this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-provider': CcProvider;
  }
}
