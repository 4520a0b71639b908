import type { LitElement } from 'lit';
import type { HostSession } from '../session/host-session.js';
import type { Dictionary, MessageArgs } from './localize/dictionary.js';
import { formatMessage } from './localize/format-message.js';
import { langOf, toLocale } from './localize/locale-of.js';
import { onLanguage } from './localize/on-language.js';
import { findString } from './localize/strings.js';
import { followProvider } from './provider/follow-provider.js';
import type { AnnouncePriority, ProviderContext } from './provider/provider-context.js';

const clockOffset = (of: object | null | undefined): number | undefined => {
  const value: unknown = of && 'clockOffsetMs' in of ? of.clockOffsetMs : undefined;
  return typeof value === 'number' ? value : undefined;
};

/**
 * An element's way to its provider: the session, its sentences in the reader's language, the announcer and the
 * server's clock. The element is updated whenever any of it changes.
 *
 * ```ts
 * readonly #host = new ProviderController(this, strings); // strings: an English dictionary `as const`
 * render() { return html`<p>${this.#host.t('queue.position', { count: 2 })}</p>`; }
 * ```
 */
export class ProviderController<D extends Dictionary = Record<never, never>> {
  readonly #host: LitElement;
  readonly #english: D;
  #provider: ProviderContext | null = null;

  constructor(host: LitElement, english: D) {
    this.#host = host;
    this.#english = english;
    followProvider(host, (provider) => {
      this.#provider = provider;
      host.requestUpdate();
    });
    let stop = (): void => undefined;
    host.addController({
      hostConnected: () => void (stop = onLanguage(() => host.requestUpdate())),
      hostDisconnected: () => stop(),
    });
  }

  /** The provider above, or null while there is none. */
  get provider(): ProviderContext | null {
    return this.#provider;
  }

  /** The provider's session: an `AgentSession`, a `LinkSession` or whatever its adapter made. */
  get session(): HostSession | null {
    return this.#provider?.session ?? null;
  }

  /** The nearest `lang` above the element. */
  get locale(): string {
    return toLocale(langOf(this.#host));
  }

  /** The sentence of a key in the element's language, filled with what stands in its braces. */
  t<K extends keyof D & string>(key: K, ...args: MessageArgs<D[K]>): string {
    const locale = this.locale;
    const found = this.#provider?.strings[key] ?? findString(locale, key);
    return formatMessage(found ?? this.#english[key] ?? key, args[0] ?? {}, found === undefined ? 'en' : locale);
  }

  announce(text: string, priority: AnnouncePriority = 'polite'): void {
    this.#provider?.announce(text, priority);
  }

  /** The server's clock, epoch milliseconds. */
  serverNow(): number {
    const session = this.session;
    return Date.now() + (clockOffset(session) ?? clockOffset(session?.call?.snapshot) ?? 0);
  }
}
