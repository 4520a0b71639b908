import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { browserStorage } from '../../media/device-memory.js';
import type { Captions } from '../../session/captions.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { icon } from '../icon/icon.js';
import { captionsIcon } from '../icon/call-icons.js';
import { settingsIcon } from '../icon/icons.js';
import { captions } from '../localize/en/captions.js';
import { ProviderController } from '../provider-controller.js';
import { onLook, recallLook, rememberLook, usualLook, type CaptionLook } from './caption-looks.js';
import { renderCaptionChoices } from './render-caption-choices.js';
import { styles } from './captions.styles.js';

/** How many lines are seen at once. */
const seen = 3;

/**
 * What is said, in words, where the host brings a source of them (`captions` of the adapter): off until somebody turns it
 * on, here or in the settings, then on in every following call, in the size, colours and place they like. Not read out: whoever hears the page hears the call as well.
 *
 * @element cc-captions
 * @attr available - Set by the element while the call can have captions.
 * @attr on - Set by the element while they are shown.
 * @csspart lines - What is said.
 */
@element('cc-captions')
export class CcCaptions extends LitElement {
  static override styles = styles;

  /** Where the look is kept. */
  @property({ attribute: false }) storage: Pick<Storage, 'getItem' | 'setItem'> | null = browserStorage();

  @state() private look: CaptionLook = usualLook;
  @state() private choosing = false;

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof captions> = new ProviderController(this, captions);
  #followed: Captions | null = null;
  #stop: () => void = () => undefined;
  #stopLook: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopLook = onLook((look) => {
      this.look = look;
      this.#turn(look.on);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLook();
    this.#follow(null);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('storage')) this.look = recallLook(this.storage);
    const call = this.#call.snapshot;
    const live = call !== null && call.phase !== 'ended' && call.phase !== 'waiting';
    this.#follow(live ? (this.#call.session?.captions ?? null) : null);
    this.toggleAttribute('available', this.#followed?.available === true);
    this.toggleAttribute('on', this.#isOn);
    this.setAttribute('place', this.look.place);
  }

  protected override render() {
    if (this.#followed?.available !== true) return nothing;
    const on = this.#isOn;
    const word = this.#host.t(on ? 'captions.off' : 'captions.on');
    return html`
      ${on ? this.#renderLines(this.#followed) : nothing}
      <div class="tools">
        ${on ? this.#renderSettingsButton() : nothing}
        <button class="tool" type="button" aria-pressed=${on} aria-label=${word} title=${word} @click=${this.#toggle}>
          ${icon(captionsIcon)}
        </button>
      </div>
      ${on && this.choosing ? this.#renderSettings() : nothing}
    `;
  }

  get #isOn(): boolean {
    return this.#followed?.snapshot.on === true;
  }

  #follow(next: Captions | null): void {
    if (next === this.#followed) return;
    this.#stop();
    this.#followed = next;
    this.#stop = next?.subscribe(() => this.requestUpdate()) ?? (() => undefined);
    if (!next) return;
    this.look = recallLook(this.storage);
    // Who wanted to read in the last call wants to in this one; who only comes back to a call finds it as it was.
    if (this.look.on) this.#turn(true);
  }

  #turn(on: boolean): void {
    const call = this.#call.snapshot;
    if (!on) this.#followed?.turnOff();
    else if (call) this.#followed?.turnOn({ callId: call.record.id, locale: this.#host.locale });
  }

  #renderLines({ snapshot: { lines } }: Captions) {
    const latest = lines.slice(-seen);
    return html`
      <div
        part="lines"
        class="lines"
        role="group"
        aria-label=${this.#host.t('captions.label')}
        data-size=${this.look.size}
        data-colours=${this.look.colours}
      >
        ${
          latest.length === 0
            ? html`<p class="waiting">${this.#host.t('captions.waiting')}</p>`
            : latest.map(
                ({ speaker, text, final }) =>
                  html`<p class=${final ? '' : 'unsure'}>
                    <b><bdi>${this.#name(speaker)}</bdi>:</b> <bdi>${text}</bdi>
                  </p>`,
              )
        }
      </div>
    `;
  }

  #renderSettingsButton() {
    const word = this.#host.t('captions.settings');
    return html`<button
      class="tool"
      type="button"
      aria-expanded=${this.choosing}
      aria-label=${word}
      title=${word}
      @click=${() => (this.choosing = !this.choosing)}
    >
      ${icon(settingsIcon)}
    </button>`;
  }

  #renderSettings() {
    return html`
      <div class="settings" role="group" aria-label=${this.#host.t('captions.settings')} @keydown=${this.#escape}>
        ${renderCaptionChoices(this.#host, this.look, (change) => this.#choose(change))}
      </div>
    `;
  }

  #choose(change: Partial<CaptionLook>): void {
    rememberLook(this.storage, { ...this.look, ...change });
  }

  #name(speaker: 'local' | 'remote'): string {
    if (speaker === 'local') return this.#host.t('captions.you');
    return this.#call.snapshot?.record.remoteName ?? this.#host.t('captions.other');
  }

  readonly #toggle = (): void => {
    this.choosing = false;
    this.#choose({ on: !this.#isOn });
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.choosing = false;
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-captions': CcCaptions;
  }
}
