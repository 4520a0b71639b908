import { html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { element } from '../element.js';
import { SoundHeardEvent } from '../events/sound-heard-event.js';
import { devices } from '../localize/en/devices.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './level-meter.styles.js';
import { measureLevel } from './measure-level.js';

/** How often assistive technology reads a new value. The bar itself moves with every frame. */
const valueEveryMs = 500;

/**
 * Shows how loud a microphone is: proof that it works. Give it a track, or a level.
 *
 * @element cc-level-meter
 * @fires {SoundHeardEvent} cc-sound-heard - When a track is heard for the first time.
 * @csspart track - The line.
 * @csspart bar - What fills it.
 * @cssproperty --cc-level - The level, 0 to 1. Set by the element on its bar.
 */
@element('cc-level-meter')
export class CcLevelMeter extends LitElement {
  static override styles = styles;

  /** What to measure. The element never stops the track. */
  @property({ attribute: false }) track: MediaStreamTrack | null = null;
  /** What to show while there is no track, 0 to 1. For a level that is measured elsewhere. */
  @property({ type: Number }) level = 0;
  /** What is measured, for screen readers. Defaults to "Microphone level". */
  @property() label = '';

  readonly #host: ProviderController<typeof devices> = new ProviderController(this, devices);
  #stop: (() => void) | null = null;
  #valueAt = 0;
  #heard = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = null;
  }

  protected override render() {
    return html`
      <div
        part="track"
        class="track"
        role="meter"
        aria-label=${this.label || this.#host.t('level.label')}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow="0"
      >
        <div part="bar" class="bar"></div>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('track')) this.#measure();
    else if (changed.has('level') && !this.track) this.#show(this.level);
  }

  #measure(): void {
    this.#stop?.();
    this.#heard = false;
    this.#stop = this.track ? measureLevel(this.track, (level) => this.#show(level)) : null;
    if (!this.track) this.#show(this.level);
  }

  /** Sixty times a second: written straight to the nodes, no update of the element. */
  #show(level: number): void {
    const meter = this.renderRoot.querySelector<HTMLElement>('.track');
    meter?.querySelector<HTMLElement>('.bar')?.style.setProperty('--cc-level', level.toFixed(3));
    if (this.track && level > 0 && !this.#heard) {
      this.#heard = true;
      this.dispatchEvent(new SoundHeardEvent());
    }
    const now = performance.now();
    if (this.track && level !== 0 && now - this.#valueAt < valueEveryMs) return;
    this.#valueAt = now;
    meter?.setAttribute('aria-valuenow', String(Math.round(level * 100)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-level-meter': CcLevelMeter;
  }
}
