import { checkIcon, element, icon } from '@carillon/call';
import { DisplayName, type CallbackWish, type RequestCallbackRequest } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CallbackRequestEvent } from '../events/link-events.js';
import { formatMoment } from '../format-moment.js';
import { LinkController } from '../link-controller.js';
import { styles } from './call-back.styles.js';
import { toPhoneNumber } from './to-phone-number.js';

/**
 * A way on for a customer who cannot call now: to be called back, under a number or just the name, or to be sent another
 * link. What was asked for is said, also after a reload.
 *
 * @element cc-call-back
 * @cssproperty [--cc-call-back-align=start] - Where its buttons stand in the line.
 * @fires {CallbackRequestEvent} cc-callback-request - Before it is asked for. Cancel it to ask in your own way.
 */
@element('cc-call-back')
export class CcCallBack extends LitElement {
  static override styles = styles;

  /** Offers to ask for another link, too. */
  @property({ type: Boolean, attribute: 'offers-link' }) offersLink = false;

  /** What is being entered; null while nothing is. */
  @state() private enters: CallbackWish | null = null;
  @state() private problem: 'name' | 'number' | null = null;

  readonly #link: LinkController = new LinkController(this);

  protected override render() {
    const { link } = this.#link;
    if (!link) return nothing;
    if (this.enters) return this.#renderForm(this.enters);
    return link.callback ? this.#renderAsked() : this.#renderOffers();
  }

  get #asksForName(): boolean {
    return (this.#link.link?.view?.displayName ?? null) === null;
  }

  get #busy(): boolean {
    return this.#link.link?.pending === 'callback';
  }

  #renderOffers() {
    return html`
      <div class="actions">
        ${
          this.offersLink
            ? html`<button class="button" type="button" aria-disabled=${this.#busy} @click=${() => this.#offer('link')}>
                ${this.#link.t('callback.ask-link')}
              </button>`
            : nothing
        }
        <button class="button" type="button" @click=${() => this.#offer('call')}>
          ${this.#link.t('callback.ask-call')}
        </button>
      </div>
      ${this.#renderFailure()}
    `;
  }

  #renderForm(wish: CallbackWish) {
    return html`
      <form novalidate @submit=${(event: SubmitEvent) => this.#submit(event, wish)} @keydown=${this.#escape}>
        ${this.#asksForName ? this.#renderName() : nothing} ${wish === 'call' ? this.#renderNumber() : nothing}
        ${this.#renderFailure()}
        <div class="actions">
          <button class="button primary" type="submit" aria-disabled=${this.#busy}>
            ${this.#link.t(this.#busy ? 'callback.asking' : wish === 'call' ? 'callback.ask-call' : 'callback.ask-link')}
          </button>
          <button class="button" type="button" @click=${this.#cancel}>${this.#link.t('callback.cancel')}</button>
        </div>
      </form>
    `;
  }

  #renderName() {
    const bad = this.problem === 'name';
    return html`<div class="field">
      <label for="name">${this.#link.t('prejoin.name')}</label>
      <input
        id="name"
        class="input"
        autocomplete="name"
        dir="auto"
        aria-describedby="name-hint"
        aria-invalid=${bad ? 'true' : 'false'}
        @input=${this.#edited}
      />
      <p id="name-hint" class=${bad ? 'error' : 'hint'}>
        ${this.#link.t(bad ? 'prejoin.name-needed' : 'prejoin.name-hint')}
      </p>
    </div>`;
  }

  #renderNumber() {
    const bad = this.problem === 'number';
    return html`<div class="field">
      <label for="number">${this.#link.t('callback.number')}</label>
      <input
        id="number"
        class="input"
        type="tel"
        autocomplete="tel"
        dir="ltr"
        aria-describedby="number-hint"
        aria-invalid=${bad ? 'true' : 'false'}
        @input=${this.#edited}
      />
      <p id="number-hint" class=${bad ? 'error' : 'hint'}>
        ${this.#link.t(bad ? 'callback.number-refused' : 'callback.number-hint')}
      </p>
    </div>`;
  }

  #renderAsked() {
    const { callback } = this.#link.link ?? {};
    if (!callback) return nothing;
    const time = formatMoment(callback.requestedAt, this.#link.locale);
    return html`<div class="asked" role="status" tabindex="-1">
      ${icon(checkIcon)}
      <div>
        <p>${this.#link.t(callback.wish === 'link' ? 'callback.link-asked' : 'callback.call-asked')}</p>
        <p class="muted small">${this.#link.t('callback.asked-at', { time })}</p>
        ${
          callback.wish === 'link'
            ? html`<p>
                <button class="button" type="button" @click=${() => this.#offer('call')}>
                  ${this.#link.t('callback.ask-call')}
                </button>
              </p>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderFailure() {
    const { failure } = this.#link.link ?? {};
    if (!this.#asked || !failure) return nothing;
    const words = failure === 'rate_limited' ? 'callback.too-often' : 'callback.failed';
    return html`<p class="failure small" role="alert">${this.#link.t(words)}</p>`;
  }
  /** Something was asked for here: a failure of something else is said elsewhere. */
  #asked = false;

  #offer(wish: CallbackWish): void {
    if (this.#busy) return;
    if (wish === 'link' && !this.#asksForName) return void this.#ask({ wish });
    this.enters = wish;
    this.problem = null;
    void this.#focus('input');
  }

  #submit(event: SubmitEvent, wish: CallbackWish): void {
    event.preventDefault();
    if (this.#busy) return;
    const name = this.#read('#name');
    const typed = this.#read('#number') ?? '';
    const displayName = name === undefined ? undefined : DisplayName.safeParse(name);
    const number = typed.trim() === '' ? undefined : toPhoneNumber(typed);
    this.problem = displayName?.success === false ? 'name' : number === null ? 'number' : null;
    if (this.problem) return void this.#focus('[aria-invalid=true]');
    void this.#ask({
      wish,
      ...(number ? { number } : {}),
      ...(displayName?.success ? { displayName: displayName.data } : {}),
    });
  }

  async #ask(request: RequestCallbackRequest): Promise<void> {
    this.#asked = true;
    const asked = new Promise<void>((done) =>
      this.#link.request(new CallbackRequestEvent(request), (session) => session.requestCallback(request).then(done)),
    );
    await asked;
    if (!this.#link.link?.callback || this.#link.link.failure) return;
    this.enters = null;
    await this.#focus('.asked');
  }

  #cancel(): void {
    this.enters = null;
    void this.#focus('.actions .button:last-child');
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#cancel();
  }

  readonly #edited = (): void => {
    this.problem = null;
  };

  #read(selector: string): string | undefined {
    return this.renderRoot.querySelector<HTMLInputElement>(selector)?.value;
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-back': CcCallBack;
  }
}
