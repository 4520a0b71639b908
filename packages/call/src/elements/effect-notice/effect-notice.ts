import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { noEffect } from '../../effects/effect.js';
import { effectsOf, type CameraSource, type EffectsSource } from '../background-settings/effects-source.js';
import { CallController } from '../call-controller.js';
import { element } from '../element.js';
import { EffectDegradedEvent } from '../events/background-events.js';
import { backgrounds as strings } from '../localize/en/backgrounds.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './effect-notice.styles.js';

/**
 * Says when a background effect does less than was chosen, or nothing, and asks what to do (E-28, E-29). Until somebody
 * has decided, the camera shows the veil or nothing, never the room. It shows nothing while all is well.
 *
 * @element cc-effect-notice
 * @fires {EffectDegradedEvent} cc-effect-degraded - When the effect began to do less than was chosen.
 * @attr empty - Set by the element while there is nothing to say.
 * @csspart notice - The notice.
 */
@element('cc-effect-notice')
export class CcEffectNotice extends LitElement {
  static override styles = styles;

  /** The person's camera. Defaults to that of the live call. */
  @property({ attribute: false }) media: CameraSource | null = null;
  /** Its effects. Defaults to those of the camera. */
  @property({ attribute: false }) effects: EffectsSource | null = null;

  readonly #host: ProviderController<typeof strings> = new ProviderController(this, strings);
  readonly #call: CallController = new CallController(this);
  #followed: readonly [CameraSource | null, EffectsSource | null] = [null, null];
  #leave: (() => void)[] = [];
  #told: string | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null, null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const media = this.media ?? this.#call.session?.media ?? null;
    if (this.isConnected) this.#follow(media, this.effects ?? effectsOf(media?.processor ?? null));
    this.toggleAttribute('empty', this.#reason === null);
  }

  protected override render() {
    const reason = this.#reason;
    if (reason === null) return nothing;
    const fatal = this.#fatal;
    return html`<div part="notice" class="notice" role=${fatal ? 'alert' : 'status'}>
      <p>${this.#words(reason)}</p>
      ${fatal ? html`<p>${this.#host.t('effect.nothing-raw')}</p>` : nothing}
      <div class="actions">
        ${
          reason === 'too-slow' && !fatal
            ? nothing
            : html`<button class="button" type="button" @click=${this.#retry}>${this.#host.t('effect.retry')}</button>`
        }
        <button class="button" type="button" @click=${this.#off}>${this.#host.t('effect.off')}</button>
      </div>
    </div>`;
  }

  protected override updated(): void {
    const reason = this.#reason;
    const told = `${reason} ${this.#fatal}`;
    if (told === this.#told) return;
    this.#told = told;
    if (reason !== null) this.dispatchEvent(new EffectDegradedEvent(reason));
  }

  get #effects(): EffectsSource | null {
    return this.#followed[1];
  }

  get #fatal(): boolean {
    return this.#effects?.snapshot.state === 'failed';
  }

  /** What there is to say, or null. */
  get #reason() {
    const { state, reason } = this.#effects?.snapshot ?? { state: 'off', reason: null };
    return state === 'failed' ? (reason ?? 'model') : state === 'reduced' ? reason : null;
  }

  #words(reason: NonNullable<EffectsSource['snapshot']['reason']>): string {
    if (reason === 'too-slow' && this.#fatal) return this.#host.t('effect.stopped');
    if (reason === 'too-slow' || reason === 'image' || reason === 'asset' || reason === 'no-webgl2')
      return this.#host.t(`effect.${reason}`);
    return this.#host.t('effect.failed');
  }

  #retry(): void {
    const [media, effects] = this.#followed;
    effects?.retry();
    this.#reopen(media);
  }

  async #off(): Promise<void> {
    const [media, effects] = this.#followed;
    await effects?.choose(noEffect);
    this.#reopen(media);
  }

  /** A camera that was put away for want of its effect is opened again; one that was off stays off. */
  #reopen(media: CameraSource | null): void {
    if (media?.snapshot.camera.error === 'effect-unavailable') void media.openCamera().catch(() => undefined);
  }

  #follow(media: CameraSource | null, effects: EffectsSource | null): void {
    if (media === this.#followed[0] && effects === this.#followed[1]) return;
    for (const leave of this.#leave) leave();
    const update = () => this.requestUpdate();
    this.#followed = [media, effects];
    this.#leave = [media?.subscribe(update), effects?.subscribe(update)].filter((leave) => leave !== undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-effect-notice': CcEffectNotice;
  }
}
