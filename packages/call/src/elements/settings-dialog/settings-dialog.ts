import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CcBackgroundSettings } from '../background-settings/background-settings.js';
import { LocalMedia } from '../../media/local-media.js';
import { CcCaptionSettings } from '../caption-settings/caption-settings.js';
import { CallController } from '../call-controller.js';
import { CcDeviceSettings } from '../device-settings/device-settings.js';
import { element } from '../element.js';
import { icon } from '../icon/icon.js';
import { xIcon } from '../icon/icons.js';
import { settings as strings } from '../localize/en/settings.js';
import { nextTab } from '../next-tab.js';
import { ProviderController } from '../provider-controller.js';
import { CcShortcutSettings } from '../shortcut-settings/shortcut-settings.js';
import { styles } from './settings-dialog.styles.js';

/** A part of the settings. */
export type SettingsTab = 'audio' | 'camera' | 'shortcuts' | 'captions';

const all: readonly SettingsTab[] = ['audio', 'camera', 'shortcuts', 'captions'];

/**
 * A person's settings for calls: microphone and loudspeaker with a test of each, where it rings, the camera and what
 * stands behind the person (DEV-1, BGD-1), shortcuts where the person has any (KEY-4), and captions where there are any. What is chosen holds at once in a live call and for every following one;
 * nothing has to be saved.
 *
 * @element cc-settings-dialog
 * @fires {DeviceChangedEvent} cc-device-changed - When another device was chosen.
 * @fires {BackgroundChangedEvent} cc-background-changed - When another background was chosen.
 * @fires close - When the dialog has been closed.
 * @csspart dialog - The dialog.
 */
@element('cc-settings-dialog', CcDeviceSettings, CcBackgroundSettings, CcShortcutSettings, CcCaptionSettings)
export class CcSettingsDialog extends LitElement {
  static override styles = styles;

  /** Whether the dialog is open. Set it to open or close. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Shown in its place on the page instead of above it, for a host with a page of its own for settings. */
  @property({ type: Boolean, reflect: true }) inline = false;
  /**
   * The parts it has, in words: any of `audio`, `camera`, `shortcuts`, `captions`. With one of them there are no tabs;
   * shortcuts are left out where the person has none, as customers do, and captions where nothing brings any.
   */
  @property() tabs = 'audio camera shortcuts captions';
  /** Whether it rings here, and may ring elsewhere than where people are heard: at an agent's. */
  @property({ type: Boolean }) ringer = false;

  @state() private tab: SettingsTab | null = null;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  readonly #host: ProviderController<typeof strings> = new ProviderController(this, strings);
  readonly #call: CallController = new CallController(this);
  /** Devices for while there is no call: the camera that is chosen above is the one in the picture below. */
  #own: LocalMedia | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release();
  }

  protected override render() {
    const content = this.open ? this.#renderContent() : nothing;
    if (!this.inline)
      return html`<dialog part="dialog" class="dialog" aria-labelledby="heading" @close=${this.#closed}>
        ${content}
      </dialog>`;
    return this.open
      ? html`<section part="dialog" class="dialog" aria-labelledby="heading">${content}</section>`
      : nothing;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('open')) return;
    if (this.open && this.dialog && !this.dialog.open) this.dialog.showModal();
    else if (!this.open && this.dialog?.open) this.dialog.close();
    else if (this.inline && !this.open && changed.get('open') === true) this.#closed();
  }

  get #shown(): readonly SettingsTab[] {
    const asked = this.tabs.split(/\s+/);
    const there = all.filter((tab) => this.#has(tab));
    const shown = there.filter((tab) => asked.includes(tab));
    return shown.length > 0 ? shown : there;
  }

  /** Devices are everywhere; shortcuts and captions where the side or the call has any. */
  #has(tab: SettingsTab): boolean {
    const { session } = this.#host;
    if (tab === 'shortcuts') return (session?.shortcuts?.names.length ?? 0) > 0;
    if (tab === 'captions') return this.#call.session?.captions.available ?? session?.captions !== undefined;
    return true;
  }

  get #current(): SettingsTab {
    const [first = 'audio'] = this.#shown;
    return this.tab && this.#shown.includes(this.tab) ? this.tab : first;
  }

  #renderContent() {
    const shown = this.#shown;
    const current = this.#current;
    return html`
      <header>
        <h2 id="heading">${this.#host.t('settings.heading')}</h2>
        <button
          class="button quiet round"
          type="button"
          aria-label=${this.#host.t('settings.close')}
          title=${this.#host.t('settings.close')}
          @click=${() => (this.open = false)}
        >
          ${icon(xIcon)}
        </button>
      </header>
      ${
        shown.length > 1
          ? html`<div class="tabs" role="tablist" aria-labelledby="heading" @keydown=${this.#move}>
                ${shown.map((tab) => this.#renderTab(tab, current))}
              </div>
              <div class="panel" id="panel" role="tabpanel" aria-labelledby=${`tab-${current}`}>
                ${this.#renderPart(current)}
              </div>`
          : html`<div class="panel">${this.#renderPart(current)}</div>`
      }
    `;
  }

  #renderTab(tab: SettingsTab, current: SettingsTab) {
    const on = tab === current;
    return html`<button
      class="tab"
      id=${`tab-${tab}`}
      type="button"
      role="tab"
      aria-selected=${on}
      aria-controls=${on ? 'panel' : nothing}
      tabindex=${on ? 0 : -1}
      @click=${() => (this.tab = tab)}
    >
      ${this.#host.t(`settings.${tab}`)}
    </button>`;
  }

  #renderPart(tab: SettingsTab) {
    if (tab === 'shortcuts') return html`<cc-shortcut-settings></cc-shortcut-settings>`;
    if (tab === 'captions') return html`<cc-caption-settings></cc-caption-settings>`;
    const media = this.#media;
    if (tab === 'audio')
      return html`<cc-device-settings
        kinds=${this.ringer ? 'microphone speaker ringer' : 'microphone speaker'}
        .media=${media}
      ></cc-device-settings>`;
    return html`
      <cc-device-settings kinds="camera" .media=${media}></cc-device-settings>
      <cc-background-settings .media=${media}></cc-background-settings>
    `;
  }

  /** Null in a live call, whose devices its parts find by themselves. */
  get #media(): LocalMedia | null {
    const { snapshot } = this.#call;
    return snapshot && snapshot.phase !== 'ended' ? null : (this.#own ??= new LocalMedia());
  }

  #release(): void {
    this.#own?.dispose();
    this.#own = null;
  }

  async #move(event: KeyboardEvent): Promise<void> {
    const rtl = getComputedStyle(this).direction === 'rtl';
    const next = nextTab(this.#shown, this.#current, event.key, rtl);
    if (!next) return;
    event.preventDefault();
    this.tab = next;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  readonly #closed = (): void => {
    this.open = false;
    this.#release();
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-settings-dialog': CcSettingsDialog;
  }
}
