import {
  alertIcon,
  checkIcon,
  clockIcon,
  element,
  formatDuration,
  icon,
  linkIcon,
  TickController,
  usersIcon,
  wifiOffIcon,
  type Icon,
} from '@carillon/call';
import { html, LitElement, nothing } from 'lit';
import { screenFor, type NoticeKind } from '../../session/screen-for.js';
import { RetryRequestEvent, TakeOverRequestEvent } from '../events/link-events.js';
import { formatMoment } from '../format-moment.js';
import { LinkController } from '../link-controller.js';
import { loadCallBack } from '../load-call-back.js';
import { ownWords } from '../own-words.js';
import { styles } from './link-notice.styles.js';

const signs: Readonly<Record<NoticeKind, Icon>> = {
  used: checkIcon,
  expired: clockIcon,
  'in-use': usersIcon,
  unavailable: linkIcon,
  'not-open': clockIcon,
  'outside-hours': clockIcon,
  offline: wifiOffIcon,
  moved: alertIcon,
};

/** What a customer may ask for instead, by cause; of an unknown link nothing is known, and the rest goes on by itself. */
const offers: Partial<Record<NoticeKind, 'call' | 'call or link'>> = {
  used: 'call or link',
  expired: 'call or link',
  'in-use': 'call or link',
  'not-open': 'call',
  'outside-hours': 'call',
};

/** Links that open by themselves. */
const shut: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['not-open', 'outside-hours']);

/** Whether a clock of this zone shows what the reader's does. */
const sameTime = (at: number, timeZone: string) => {
  const clock = (zone?: string) => new Date(at).toLocaleString('en', zone === undefined ? {} : { timeZone: zone });
  return clock() === clock(timeZone);
};

/** Under an hour a countdown says more than a time of day. */
const countdownFromMs = 3_600_000;

/**
 * A link that cannot be used just now: what happened, and what to do next. A link that is not open yet opens by itself.
 * It shows nothing while the link can be used.
 *
 * @element cc-link-notice
 * @fires {RetryRequestEvent} cc-retry-request - Before the link is looked at again.
 * @fires {TakeOverRequestEvent} cc-take-over-request - Before a call in another tab is taken back into this one.
 * @csspart heading - What happened, an `h1`.
 */
@element('cc-link-notice')
export class CcLinkNotice extends LitElement {
  static override styles = styles;

  readonly #link: LinkController = new LinkController(this);

  constructor() {
    super();
    new TickController(this, () => this.#opensInMs !== null);
  }

  protected override updated(): void {
    if (this.#kind && offers[this.#kind]) void loadCallBack();
  }

  protected override render() {
    const kind = this.#kind;
    if (!kind) return nothing;
    return html`
      <div class="column">
        <span class="mark">${icon(signs[kind])}</span>
        <div class="text">
          <h1 part="heading" tabindex="-1">${this.#link.t(`notice.${kind}`)}</h1>
          ${this.#renderOwnWords(kind)}
          <p>${this.#renderWhy(kind)}</p>
          ${this.#renderElsewhere(kind)} ${this.#renderCountdown()}
          <p class="muted">${this.#link.t(`notice.${kind}-next`)}</p>
        </div>
        ${this.#renderAction(kind)} ${this.#renderOffer(kind)} ${this.#renderCode(kind)}
      </div>
    `;
  }

  get #kind(): NoticeKind | null {
    const { link } = this.#link;
    const screen = link && screenFor(link);
    return screen?.name === 'notice' ? screen.notice : null;
  }

  get #opensInMs(): number | null {
    const opensAt = this.#kind !== null && shut.has(this.#kind) ? this.#link.link?.view?.opensAt : null;
    if (opensAt === null || opensAt === undefined) return null;
    const left = opensAt - this.#link.serverNow();
    return left <= countdownFromMs ? Math.max(0, left) : null;
  }

  /** What the company says of it, before what we say. */
  #renderOwnWords(kind: NoticeKind) {
    const own = ownWords(this.#link.link?.view, this.#link.locale);
    const words = shut.has(kind) ? own.notOpen : kind === 'expired' || kind === 'used' ? own[kind] : undefined;
    return words ? html`<p>${words}</p>` : nothing;
  }

  #renderWhy(kind: NoticeKind) {
    const view = this.#link.link?.view;
    const time = (at: number) => formatMoment(at, this.#link.locale);
    if (kind === 'expired')
      return view
        ? this.#link.t('notice.expired-why', { time: time(view.expiresAt) })
        : this.#link.t('notice.expired-why-unknown');
    if (kind === 'not-open' || kind === 'outside-hours')
      return this.#link.t(`notice.${kind}-why`, { time: time(view?.opensAt ?? 0) });
    return this.#link.t(`notice.${kind}-why`);
  }

  /** The time where the company is, for a customer whose clock shows another one (E-19). */
  #renderElsewhere(kind: NoticeKind) {
    const { opensAt, timeZone } = this.#link.link?.view ?? {};
    if (!shut.has(kind) || !opensAt || !timeZone) return nothing;
    const [here, there] = [undefined, timeZone].map((zone) => formatMoment(opensAt, this.#link.locale, zone));
    if (!there || sameTime(opensAt, timeZone) || here === there) return nothing;
    return html`<p class="muted small">
      ${this.#link.t('notice.elsewhere', { time: there, zone: timeZone.replaceAll('_', ' ') })}
    </p>`;
  }

  #renderOffer(kind: NoticeKind) {
    const offer = offers[kind];
    return offer ? html`<cc-call-back ?offers-link=${offer === 'call or link'}></cc-call-back>` : nothing;
  }

  #renderCountdown() {
    const left = this.#opensInMs;
    if (left === null) return nothing;
    return html`<p class="countdown" role="timer">
      ${this.#link.t('notice.not-open-in', { time: formatDuration(left) })}
    </p>`;
  }

  #renderAction(kind: NoticeKind) {
    if (kind === 'moved')
      return html`<button class="button primary" type="button" @click=${this.#takeOver}>
        ${this.#link.t('notice.take-over')}
      </button>`;
    if (kind === 'not-open')
      return html`<button class="button" type="button" @click=${this.#toCalendar}>
        ${this.#link.t('notice.to-calendar')}
      </button>`;
    if (kind !== 'offline' && kind !== 'in-use') return nothing;
    return html`<button
      class="button primary"
      type="button"
      aria-disabled=${this.#link.link?.pending === 'look'}
      @click=${this.#retry}
    >
      ${this.#link.t('notice.try-again')}
    </button>`;
  }

  /** For whoever is asked for help. An unknown link says nothing beyond its one text (security.md T2). */
  #renderCode(kind: NoticeKind) {
    const problem = this.#link.link?.problem;
    if (kind !== 'offline' || !problem) return nothing;
    return html`<p class="muted small">${this.#link.t('notice.code', { code: problem })}</p>`;
  }

  #retry(): void {
    this.#link.request(new RetryRequestEvent(), (session) => session.look());
  }

  async #toCalendar(): Promise<void> {
    const { view } = this.#link.link ?? {};
    if (!view || view.opensAt === null) return;
    const { calendarEntry, saveFile } = await import('./calendar.js');
    const url = location.href;
    const file = calendarEntry({
      summary: this.#link.t('notice.calendar-title', { name: view.brand.name }),
      start: view.opensAt,
      end: view.expiresAt,
      url,
      uid: url,
      now: this.#link.serverNow(),
    });
    saveFile('call.ics', 'text/calendar', file);
  }

  #takeOver(): void {
    this.#link.request(new TakeOverRequestEvent(), (session) => session.takeOver());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-link-notice': CcLinkNotice;
  }
}
