import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CallController } from '../call-controller.js';
import { CcCameraButton } from '../camera-button/camera-button.js';
import { element } from '../element.js';
import { CcHoldButton } from '../hold-button/hold-button.js';
import { CcHangupButton } from '../hangup-button/hangup-button.js';
import { controls } from '../localize/en/controls.js';
import { CcMicButton } from '../mic-button/mic-button.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './call-controls.styles.js';
import { type ControlName, controlsThatApply } from './controls-that-apply.js';
import { CcShareButton } from '../share-button/share-button.js';
import { rovingTarget } from './roving-focus.js';

const drawn: Readonly<Record<ControlName, TemplateResult>> = {
  mic: html`<cc-mic-button exportparts="button: mic-button"></cc-mic-button>`,
  camera: html`<cc-camera-button exportparts="button: camera-button"></cc-camera-button>`,
  share: html`<cc-share-button exportparts="button: share-button"></cc-share-button>`,
  hold: html`<cc-hold-button exportparts="button: hold-button"></cc-hold-button>`,
  hangup: html`<cc-hangup-button exportparts="button: hangup-button"></cc-hangup-button>`,
};

/**
 * The bar of a call: the controls that apply now, and no others. One Tab stop; the arrow keys, Home and End move
 * inside it.
 *
 * @element cc-call-controls
 * @attr {'customer'|'agent'} density - 48 px controls for customers (default), 36 px for agents.
 * @attr available - Set by the element while a control applies.
 * @slot before - Controls of the host's own, before ours.
 * @slot after - Controls of the host's own, between ours and "End call".
 * @csspart bar - The toolbar.
 * @csspart mic-button - The button that mutes.
 * @csspart camera-button - The button that switches the camera.
 * @csspart share-button - The button that shares a screen, where that is possible.
 * @csspart hold-button - The button that puts the other side on hold, for whoever may.
 * @csspart hangup-button - The button that ends the call.
 */
@element('cc-call-controls', CcMicButton, CcCameraButton, CcShareButton, CcHoldButton, CcHangupButton)
export class CcCallControls extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = styles;

  /** Controls to leave out, though they would apply. */
  @property({ attribute: false }) without: readonly ControlName[] = [];

  readonly #call: CallController = new CallController(this);
  readonly #host: ProviderController<typeof controls> = new ProviderController(this, controls);
  /** What had the focus last in the bar, and its place. */
  #last: HTMLElement | null = null;
  #lastAt = 0;

  protected override willUpdate(): void {
    this.toggleAttribute('available', this.#names.length > 0);
  }

  protected override render() {
    const names = this.#names;
    return html`
      <div
        part="bar"
        class="bar"
        role="toolbar"
        aria-label=${this.#host.t('controls.label')}
        @keydown=${this.#move}
        @focusin=${this.#remember}
      >
        <slot name="before" @slotchange=${this.#rove}></slot>
        ${names.includes('mic') ? drawn.mic : nothing} ${names.includes('camera') ? drawn.camera : nothing}
        ${names.includes('share') ? drawn.share : nothing} ${names.includes('hold') ? drawn.hold : nothing}
        <slot name="after" @slotchange=${this.#rove}></slot>
        ${names.includes('hangup') ? drawn.hangup : nothing}
      </div>
    `;
  }

  protected override updated(): void {
    this.#rove();
  }

  get #names(): readonly ControlName[] {
    const call = this.#call.snapshot;
    return call
      ? controlsThatApply({
          medium: call.record.medium,
          phase: call.phase,
          mayShare: call.mayShare || call.local.screen === 'on',
          mayHold: call.mayHold,
          without: this.without,
        })
      : [];
  }

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.bar > *')].flatMap((item) =>
      item instanceof HTMLSlotElement
        ? item
            .assignedElements({ flatten: true })
            .filter((slotted): slotted is HTMLElement => slotted instanceof HTMLElement)
        : [item],
    );
  }

  /** What is slotted may be hidden just now, as the small window is where the browser has none; ours are drawn or not. */
  #takesFocus(item: HTMLElement): boolean {
    return this.renderRoot.contains(item) || item.getClientRects().length > 0;
  }

  /**
   * The Tab stop: what had the focus last, while it is there and shown; else what stands in its place. Null before there is
   * anything.
   */
  get #stop(): HTMLElement | null {
    const items = this.#items;
    const last = items.find((item) => item === this.#last) ?? items[Math.min(this.#lastAt, items.length - 1)];
    return (last && this.#takesFocus(last) ? last : items.find((item) => this.#takesFocus(item))) ?? null;
  }

  /** Exactly one item is a Tab stop. A host with a negative tabindex takes its whole shadow tree out of the order. */
  #rove(): void {
    const stop = this.#stop;
    for (const item of this.#items) {
      if (item === stop) item.removeAttribute('tabindex');
      else item.tabIndex = -1;
    }
  }

  #remember(event: FocusEvent): void {
    const items = this.#items;
    const index = items.findIndex((item) => event.composedPath().includes(item));
    if (index < 0) return;
    this.#last = items[index] ?? null;
    this.#lastAt = index;
    this.#rove();
  }

  #move(event: KeyboardEvent): void {
    const items = this.#items.filter((item) => this.#takesFocus(item));
    const stop = this.#stop;
    const at = items.findIndex((item) => item === stop);
    const target = rovingTarget(event.key, at, items.length, getComputedStyle(this).direction === 'rtl');
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    items[target]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-controls': CcCallControls;
  }
}
