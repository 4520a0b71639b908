import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CameraEffects } from '../../effects/camera-effects.js';
import type { BlurStrength, Effect } from '../../effects/effect.js';
import { ImageError, type ImageErrorCode } from '../../effects/images/image-error.js';
import type { OfferedImage } from '../../effects/images/offered-images.js';
import { CcEffectNotice } from '../effect-notice/effect-notice.js';
import { element } from '../element.js';
import { BackgroundChangedEvent } from '../events/background-events.js';
import { icon } from '../icon/icon.js';
import { dropletIcon } from '../icon/background-icons.js';
import { checkIcon, plusIcon, userIcon, videoOffIcon, xIcon } from '../icon/icons.js';
import { backgrounds as strings } from '../localize/en/backgrounds.js';
import { ProviderController } from '../provider-controller.js';
import { BackgroundController } from './background-controller.js';
import { styles } from './background-settings.styles.js';
import type { CameraSource, EffectsSource } from './effects-source.js';

/**
 * Chooses what stands behind the person: nothing changed (the default), blur with a strength, a picture of the company
 * or one of their own, and face trace with any of them (BGD-1). A choice holds at once (BGD-2) and for every following
 * call (BGD-3). The preview shows what others will see.
 *
 * @element cc-background-settings
 * @fires {BackgroundChangedEvent} cc-background-changed - When something else was chosen.
 * @fires {EffectDegradedEvent} cc-effect-degraded - When the effect does less than was chosen.
 * @csspart preview - The own picture.
 * @csspart choice - One background.
 */
@element('cc-background-settings', CcEffectNotice)
export class CcBackgroundSettings extends LitElement {
  static override styles = styles;

  /** Leaves the preview out, where the own picture is in sight anyway. */
  @property({ type: Boolean, attribute: 'no-preview' }) noPreview = false;
  /** The person's camera: a `LocalMedia`. Defaults to that of the live call, and without one to its own. */
  @property({ attribute: false }) media: CameraSource | null = null;
  /** Effects to choose of. Default: those of the camera. */
  @property({ attribute: false }) effects: EffectsSource | null = null;

  @state() private problem: ImageErrorCode | null = null;
  @state() private adding = false;
  @state() private cameraFailed = false;

  readonly #host: ProviderController<typeof strings> = new ProviderController(this, strings);
  readonly #background: BackgroundController = new BackgroundController(this, () => ({
    media: this.media,
    effects: this.effects,
    create: () => new CameraEffects(this.#host.session?.effects),
  }));
  /** The camera that was opened by the preview, and is ours to close. */
  #previewed: CameraSource | null = null;

  override disconnectedCallback(): void {
    this.#endPreview();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { media, sending } = this.#background;
    const { state: stands, error } = media.snapshot.camera;
    const gone = (stands === 'off' || stands === 'failed') && error !== 'effect-unavailable';
    // A call has begun or ended, and has a camera of its own.
    if (this.#previewed !== media) this.#endPreview();
    // Turned off elsewhere, or sent by now: it is ours no more, whoever turns it on again.
    else if (gone || sending) this.#previewed = null;
  }

  protected override render() {
    const { effect, state: stands } = this.#background.effects.snapshot;
    return html`
      <div class="layout">
        ${this.noPreview ? nothing : this.#renderPreview()}
        <cc-effect-notice .media=${this.#background.media} .effects=${this.#background.effects}></cc-effect-notice>
        <p class="hint" role="status">${stands === 'veiled' ? this.#host.t('background.veiled') : nothing}</p>
        ${this.#renderBackgrounds(effect)} ${effect.background === 'blur' ? this.#renderStrength(effect) : nothing}
        ${this.#renderFaceTrace(effect)}
        <p class="hint">${this.#host.t('background.local')}</p>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const video = this.renderRoot.querySelector('video');
    const { track } = this.#background.media.snapshot.camera;
    const shown = video?.srcObject instanceof MediaStream ? (video.srcObject.getTracks()[0] ?? null) : null;
    if (video && shown !== track) video.srcObject = track ? new MediaStream([track]) : null;
  }

  #renderPreview() {
    const { camera } = this.#background.media.snapshot;
    if (camera.track)
      return html`<div part="preview" class="preview">
        <video aria-label=${this.#host.t('background.preview')} autoplay playsinline .muted=${true}></video>
        ${
          this.#previewed
            ? html`<button class="button hide" type="button" @click=${this.#endPreview}>
                ${this.#host.t('background.preview-hide')}
              </button>`
            : nothing
        }
      </div>`;
    return html`<div part="preview" class="preview">
      <div class="off">
        ${icon(videoOffIcon)}
        <span>${this.#host.t(this.cameraFailed ? 'background.preview-failed' : 'background.preview-off')}</span>
        <button class="button" type="button" aria-disabled=${camera.state === 'starting'} @click=${this.#startPreview}>
          ${this.#host.t('background.preview-show')}
        </button>
      </div>
    </div>`;
  }

  #renderBackgrounds(effect: Effect) {
    const { images } = this.#background.effects.snapshot;
    return html`
      <fieldset>
        <legend>${this.#host.t('background.label')}</legend>
        <div class="tiles">
          ${this.#renderPlain('none', effect)} ${this.#renderPlain('blur', effect)}
          ${images.map((image, index) => this.#renderImage(image, index, effect))} ${this.#renderAdd()}
        </div>
        ${this.problem ? html`<p class="error" role="alert">${this.#host.t(`background.${this.problem}`)}</p>` : nothing}
      </fieldset>
    `;
  }

  #renderPlain(background: 'none' | 'blur', effect: Effect) {
    const choose = () => this.#choose({ background });
    return html`<div class="tile">
      <label part="choice" class="choice">
        <input type="radio" name="background" .checked=${effect.background === background} @change=${choose} />
        <span class="sign">${icon(background === 'none' ? userIcon : dropletIcon)}</span>
        <span class="truncate">${this.#host.t(`background.${background}`)}</span>
        <span class="mark">${icon(checkIcon)}</span>
      </label>
    </div>`;
  }

  #renderImage({ id, name, url, own }: OfferedImage, index: number, effect: Effect) {
    const words = name || this.#host.t('background.unnamed', { number: index + 1 });
    const remove = this.#host.t('background.remove', { name: words });
    const checked = effect.background === 'image' && effect.imageId === id;
    const choose = () => this.#choose({ background: 'image', imageId: id });
    return html`<div class="tile">
      <label part="choice" class="choice">
        <input type="radio" name="background" .checked=${checked} @change=${choose} />
        <img class="sign picture" src=${url} alt="" />
        <span class="truncate" dir="auto">${words}</span>
        <span class="mark">${icon(checkIcon)}</span>
      </label>
      ${
        own
          ? html`<button
              class="button round remove"
              type="button"
              aria-label=${remove}
              title=${remove}
              @click=${(event: MouseEvent) => this.#remove(event, id, words)}
            >
              ${icon(xIcon)}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderAdd() {
    return html`<div class="tile">
      <label class="choice add">
        <input
          id="file"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-disabled=${this.adding}
          @click=${this.#askForFile}
          @change=${this.#add}
        />
        <span class="sign">${icon(plusIcon)}</span>
        <span class="truncate">${this.#host.t(this.adding ? 'background.adding' : 'background.add')}</span>
      </label>
    </div>`;
  }

  #renderStrength({ strength }: Effect) {
    const words = this.#host.t(`background.strength-${strength}`);
    return html`<div class="strength">
      <label for="strength" class="label">${this.#host.t('background.strength')}</label>
      <output for="strength" class="muted" aria-live="off">${words}</output>
      <input
        id="strength"
        type="range"
        min="1"
        max="3"
        step="1"
        .value=${String(strength)}
        aria-valuetext=${words}
        @change=${this.#setStrength}
      />
    </div>`;
  }

  #renderFaceTrace({ faceTrace }: Effect) {
    return html`<label class="trace">
      <input
        id="face-trace"
        type="checkbox"
        aria-describedby="face-trace-hint"
        .checked=${faceTrace}
        @change=${this.#setFaceTrace}
      />
      <span class="label">${this.#host.t('background.face-trace')}</span>
      <span class="hint" id="face-trace-hint">${this.#host.t('background.face-trace-hint')}</span>
    </label>`;
  }

  async #choose(change: Partial<Effect>): Promise<void> {
    this.problem = null;
    const kept = this.#background.effects.choose(change);
    // Not after it is kept: it holds already, and that may take as long as a network does.
    this.dispatchEvent(new BackgroundChangedEvent(this.#background.effects.snapshot.effect));
    await kept;
  }

  #setStrength(event: Event): void {
    const strength = Number((event.currentTarget as HTMLInputElement).value) as BlurStrength;
    void this.#choose({ strength });
  }

  #setFaceTrace(event: Event): void {
    void this.#choose({ faceTrace: (event.currentTarget as HTMLInputElement).checked });
  }

  /** One after the other. It is not disabled meanwhile, which would take the focus away. */
  #askForFile(event: Event): void {
    if (this.adding) event.preventDefault();
  }

  async #add(event: Event): Promise<void> {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file || this.adding) return;
    this.problem = null;
    this.adding = true;
    this.#host.announce(this.#host.t('background.adding'));
    const { effects } = this.#background;
    const before = effects.snapshot.effect;
    try {
      const imageId = await effects.addImage(file);
      // What was chosen while the picture was on its way counts.
      if (effects.snapshot.effect === before) void this.#choose({ background: 'image', imageId });
      await this.updateComplete;
      // Says what has come of it to whoever has waited for it, and takes nobody away from elsewhere.
      if (this.#focused === input) this.renderRoot.querySelector<HTMLInputElement>('[type=radio]:checked')?.focus();
    } catch (error) {
      this.problem = error instanceof ImageError ? error.code : 'image-broken';
    } finally {
      this.adding = false;
      // The same file may be chosen again.
      input.value = '';
    }
  }

  async #remove({ detail, currentTarget }: MouseEvent, id: string, name: string): Promise<void> {
    // The second half of a double click hits the button of the next picture, which has moved up.
    if (detail > 1) return;
    this.problem = null;
    const { effects } = this.#background;
    const before = effects.snapshot.effect;
    const removed = await effects.removeImage(id).then(
      () => true,
      () => false,
    );
    const { effect } = effects.snapshot;
    if (effect !== before) this.dispatchEvent(new BackgroundChangedEvent(effect));
    if (!removed) {
      this.problem = 'image-not-removed';
      return;
    }
    this.#host.announce(this.#host.t('background.removed', { name }));
    // The button that was pressed is gone with its picture, or is another one's.
    await this.updateComplete;
    if (!this.#focused || this.#focused === currentTarget)
      this.renderRoot.querySelector<HTMLInputElement>('#file')?.focus();
  }

  get #focused(): Element | null {
    return this.shadowRoot?.activeElement ?? null;
  }

  async #startPreview(): Promise<void> {
    const { media, effects } = this.#background;
    if (media.snapshot.camera.state === 'starting') return;
    this.cameraFailed = false;
    const opening = media.openCamera();
    this.#previewed = media;
    try {
      await opening;
      this.requestUpdate();
    } catch {
      this.cameraFailed = effects.snapshot.state !== 'failed';
    }
  }

  #endPreview(): void {
    if (!this.#previewed) return;
    const media = this.#previewed;
    this.#previewed = null;
    media.closeCamera();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-background-settings': CcBackgroundSettings;
  }
}
