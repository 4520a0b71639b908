import { html, LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { browserStorage } from '../../media/device-memory.js';
import { onLook, recallLook, rememberLook, usualLook, type CaptionLook } from '../captions/caption-looks.js';
import { renderCaptionChoices } from '../captions/render-caption-choices.js';
import { element } from '../element.js';
import { captions } from '../localize/en/captions.js';
import { ProviderController } from '../provider-controller.js';
import { styles } from './caption-settings.styles.js';

/**
 * How a person reads captions: whether they are shown in every call that can have them, in which size, colours and place,
 * with a line that shows it. A live call follows at once, and the next ones remember it.
 *
 * @element cc-caption-settings
 * @csspart lines - The line that shows how it looks.
 */
@element('cc-caption-settings')
export class CcCaptionSettings extends LitElement {
  static override styles = styles;

  /** Where the look is kept. */
  @property({ attribute: false }) storage: Pick<Storage, 'getItem' | 'setItem'> | null = browserStorage();

  @state() private look: CaptionLook = usualLook;

  readonly #host: ProviderController<typeof captions> = new ProviderController(this, captions);
  #stop: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.look = recallLook(this.storage);
    this.#stop = onLook((look) => (this.look = look));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('storage')) this.look = recallLook(this.storage);
  }

  protected override render() {
    const { on, size, colours } = this.look;
    return html`
      <label class="show">
        <span>${this.#host.t('captions.show')}</span>
        <input
          type="checkbox"
          .checked=${on}
          @change=${(event: Event) => this.#choose({ on: (event.target as HTMLInputElement).checked })}
        />
      </label>
      ${renderCaptionChoices(this.#host, this.look, (change) => this.#choose(change))}
      <div part="lines" class="lines" data-size=${size} data-colours=${colours}>
        <p>${this.#host.t('captions.waiting')}</p>
      </div>
    `;
  }

  #choose(change: Partial<CaptionLook>): void {
    rememberLook(this.storage, { ...this.look, ...change });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-caption-settings': CcCaptionSettings;
  }
}
