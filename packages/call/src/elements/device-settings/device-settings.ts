import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { element } from '../element.js';
import { DeviceChangedEvent, type DeviceKind } from '../events/device-changed-event.js';
import { CcLevelMeter } from '../level-meter/level-meter.js';
import { devices as strings } from '../localize/en/devices.js';
import { ProviderController } from '../provider-controller.js';
import { playTone } from '../sound/play-tone.js';
import { DeviceController } from './device-controller.js';
import { deviceOptions, namesAreKnown } from './device-options.js';
import { styles } from './device-settings.styles.js';
import type { DeviceSource } from './device-source.js';

const kinds: readonly DeviceKind[] = ['microphone', 'speaker', 'camera', 'ringer'];

/**
 * Chooses microphone, loudspeaker, camera and where it rings, and tries them out: a level that moves with the voice,
 * a chime from the loudspeaker (DEV-1). The list follows what is plugged in. A live call uses a choice at once; the
 * next call remembers it.
 *
 * @element cc-device-settings
 * @fires {DeviceChangedEvent} cc-device-changed - When another device was chosen.
 * @csspart field - One device: its label, the choice and the test.
 * @csspart control - The native select.
 * @csspart test - The button that tries a device.
 */
@element('cc-device-settings', CcLevelMeter)
export class CcDeviceSettings extends LitElement {
  static override styles = styles;

  /** What to offer, in words: any of `microphone`, `speaker`, `camera`, `ringer`. */
  @property() kinds = 'microphone speaker camera';
  /** The person's devices: a `LocalMedia`. Defaults to that of the live call, and without one to its own. */
  @property({ attribute: false }) media: DeviceSource | null = null;
  /** Plays a test. Replace it to ring with a sound of your own. */
  @property({ attribute: false }) play: (use: 'speaker' | 'ringer', deviceId: string) => Promise<void> = (
    _,
    deviceId,
  ) => playTone('chime', deviceId);

  @state() private playing: DeviceKind | null = null;
  @state() private failed: DeviceKind | null = null;

  readonly #host: ProviderController<typeof strings> = new ProviderController(this, strings);
  readonly #devices: DeviceController = new DeviceController(this, () => this.media);
  /** Whether the microphone was opened by a test here, and is ours to close. */
  #testing = false;

  override disconnectedCallback(): void {
    this.#endTest();
    super.disconnectedCallback();
  }

  protected override render() {
    const shown = kinds.filter((kind) => this.kinds.split(/\s+/).includes(kind));
    return html`
      <fieldset class="devices" aria-label=${this.#host.t('devices.label')}>
        ${shown.map((kind) => this.#renderKind(kind))}
      </fieldset>
    `;
  }

  #renderKind(kind: DeviceKind) {
    const fixed = (kind === 'speaker' || kind === 'ringer') && !('setSinkId' in HTMLMediaElement.prototype);
    return html`
      <div part="field" class="field">
        <label for=${kind}>${this.#host.t(`devices.${kind}`)}</label>
        ${fixed ? this.#renderFixed(kind) : this.#renderSelect(kind)} ${this.#renderTest(kind)}
        ${kind === 'microphone' ? this.#renderLevel() : nothing}
        ${this.failed === kind ? html`<p class="error" role="alert">${this.#host.t('devices.failed')}</p>` : nothing}
      </div>
    `;
  }

  #renderSelect(kind: DeviceKind) {
    const { devices, chosen } = this.#devices.snapshot;
    const options = deviceOptions(devices, kind);
    const none = options.length === 0 && namesAreKnown(devices);
    // A device that is gone leaves the choice to the system, as the call does.
    const value = options.some(({ id }) => id === chosen[kind]) ? chosen[kind] : '';
    return html`
      <select part="control" class="input" id=${kind} ?disabled=${none} .value=${value} @change=${this.#choose}>
        <option value="" ?selected=${value === ''}>${this.#host.t(none ? 'devices.none' : 'devices.default')}</option>
        ${options.map(
          ({ id, label }, index) =>
            html`<option value=${id} ?selected=${id === value}>${label || this.#unnamed(kind, index)}</option>`,
        )}
      </select>
    `;
  }

  #renderFixed(kind: DeviceKind) {
    return html`<input
      class="input"
      id=${kind}
      readonly
      .value=${this.#host.t('devices.default')}
      title=${this.#host.t('devices.speaker-by-system')}
    />`;
  }

  #renderTest(kind: DeviceKind) {
    if (kind === 'camera') return nothing;
    if (kind !== 'microphone')
      return this.#renderTestButton(this.#speakerWords(kind), kind, () => this.#testSpeaker(kind));
    if (this.#devices.snapshot.microphone.track && !this.#testing) return nothing;
    const words = this.#host.t(this.#testing ? 'devices.stop-test' : 'devices.test-microphone');
    return this.#renderTestButton(words, kind, () => this.#testMicrophone());
  }

  #renderTestButton(words: string, kind: DeviceKind, act: () => Promise<void>) {
    const busy = this.playing === kind ? 'true' : 'false';
    return html`<button part="test" class="button" type="button" aria-disabled=${busy} @click=${act}>${words}</button>`;
  }

  #speakerWords(kind: 'speaker' | 'ringer'): string {
    return this.#host.t(this.playing === kind ? 'devices.testing' : `devices.test-${kind}`);
  }

  #renderLevel() {
    const { microphone, devices } = this.#devices.snapshot;
    const silent = namesAreKnown(devices) ? 'devices.try-it' : 'devices.names-hidden';
    return html`
      <div class="level">
        <cc-level-meter .track=${microphone.track}></cc-level-meter>
        <p class="hint">${this.#host.t(microphone.track ? 'devices.say-something' : silent)}</p>
      </div>
    `;
  }

  #unnamed(kind: DeviceKind, index: number): string {
    return this.#host.t('devices.unnamed', { kind: this.#host.t(`devices.${kind}`), number: index + 1 });
  }

  async #choose(event: Event): Promise<void> {
    const select = event.currentTarget as HTMLSelectElement;
    const kind = select.id as DeviceKind;
    const deviceId = select.value;
    this.failed = null;
    try {
      await this.#devices.source.choose(kind, deviceId);
    } catch {
      this.failed = kind;
    }
    this.dispatchEvent(new DeviceChangedEvent(kind, deviceId));
  }

  async #testMicrophone(): Promise<void> {
    if (this.#testing) return this.#endTest();
    this.failed = null;
    this.#testing = true;
    try {
      await this.#devices.source.openMicrophone();
      // Gone while the browser was opening it.
      if (!this.isConnected) this.#endTest();
    } catch {
      this.#testing = false;
      this.failed = 'microphone';
    }
  }

  #endTest(): void {
    if (!this.#testing) return;
    this.#testing = false;
    this.#devices.source.closeMicrophone();
  }

  async #testSpeaker(kind: 'speaker' | 'ringer'): Promise<void> {
    if (this.playing) return;
    this.playing = kind;
    this.failed = null;
    try {
      await this.play(kind, this.#devices.snapshot.chosen[kind]);
    } catch {
      this.failed = kind;
    } finally {
      this.playing = null;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-device-settings': CcDeviceSettings;
  }
}
