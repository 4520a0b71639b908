import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ShortcutName } from '../../session/shortcut-choice.js';
import type { Shortcuts } from '../../session/shortcuts.js';
import { element } from '../element.js';
import { hasMacKeys, keyNames, keysSpoken, keysWritten, modifierNames } from '../key-names.js';
import { shortcuts as strings } from '../localize/en/shortcuts.js';
import { ProviderController } from '../provider-controller.js';
import { pressedKeys } from './pressed-keys.js';
import { refuseKeys, type KeysRefusal } from './refuse-keys.js';
import { styles } from './shortcut-settings.styles.js';

/**
 * A person's shortcuts: which keys do what, other keys by pressing them, off one by one or all together, and back to what
 * they were at first (KEY-4). Keys that the browser needs, that another shortcut has, or that a person would press while
 * writing are refused, with the reason at the field. What is chosen is kept and holds at once.
 *
 * @element cc-shortcut-settings
 * @csspart row - One shortcut: its name, its keys, whether it is on.
 * @csspart keys - The button that shows the keys and takes other ones.
 */
@element('cc-shortcut-settings')
export class CcShortcutSettings extends LitElement {
  static override styles = styles;

  /** The person's shortcuts. Defaults to those of the provider's session. */
  @property({ attribute: false }) shortcuts: Shortcuts | null = null;
  /** Whether keys are written as on a Mac. Defaults to the keyboard that is there. */
  @property({ type: Boolean }) mac = hasMacKeys();

  /** Which shortcut takes the next keys that are pressed. */
  @state() private records: ShortcutName | null = null;
  @state() private refused: { readonly keys: string; readonly refusal: KeysRefusal } | null = null;
  /** Said, not shown: a page above which a dialog stands is not heard. */
  @state() private said = '';

  readonly #host: ProviderController<typeof strings> = new ProviderController(this, strings);
  #followed: Shortcuts | null = null;
  #stop: () => void = () => undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#follow(null);
  }

  protected override willUpdate(): void {
    if (this.isConnected) this.#follow(this.shortcuts ?? this.#host.session?.shortcuts ?? null);
  }

  protected override render() {
    const shortcuts = this.#followed;
    if (!shortcuts || shortcuts.names.length === 0) return nothing;
    return html`
      <div>
        <label class="all">
          <span>${this.#host.t('shortcuts.all')}</span>
          <input
            type="checkbox"
            .checked=${shortcuts.on}
            aria-describedby="rest"
            @change=${(event: Event) => shortcuts.turnAll((event.target as HTMLInputElement).checked)}
          />
        </label>
        <p class="hint" id="rest">${this.#host.t('shortcuts.rest')}</p>
      </div>
      <fieldset ?disabled=${!shortcuts.on} aria-label=${this.#host.t('shortcuts.label')}>
        <ul class="rows">
          ${shortcuts.names.map((name) => this.#renderRow(shortcuts, name))}
        </ul>
      </fieldset>
      <button class="button reset" type="button" @click=${() => this.#reset(shortcuts)}>
        ${this.#host.t('shortcuts.reset')}
      </button>
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  #renderRow(shortcuts: Shortcuts, name: ShortcutName) {
    const [action, keys, on] = [this.#action(name), shortcuts.keysOf(name), shortcuts.isOn(name)];
    const records = this.records === name;
    const spoken = records ? this.#host.t('shortcuts.press') : this.#spoken(keys);
    return html`
      <li class="row ${on ? '' : 'is-off'}" part="row">
        <span class="name">${action}</span>
        <button
          class="button keys ${records ? 'records' : ''}"
          part="keys"
          id=${`keys-${name}`}
          type="button"
          aria-label=${this.#host.t('shortcuts.change', { keys: spoken, action })}
          aria-describedby=${records ? `help-${name}` : nothing}
          @click=${() => this.#record(records ? null : name)}
          @keydown=${(event: KeyboardEvent) => records && this.#press(event, shortcuts, name)}
          @blur=${() => records && this.#record(null)}
        >
          ${records ? this.#host.t('shortcuts.press') : this.#renderKeys(keys)}
        </button>
        <label class="one">
          <input
            type="checkbox"
            aria-label=${this.#host.t('shortcuts.one', { action })}
            .checked=${on}
            ?disabled=${keys === ''}
            @change=${(event: Event) => shortcuts.turn(name, (event.target as HTMLInputElement).checked)}
          />
        </label>
        ${records ? this.#renderHelp(name) : nothing}
      </li>
    `;
  }

  #renderKeys(keys: string) {
    if (keys === '') return this.#host.t('shortcuts.none');
    const names = keyNames(keys, this.mac);
    return html`<span class="written" dir="ltr"
      >${names.map((key, index) => html`${index > 0 && !this.mac ? '+' : nothing}<kbd>${key}</kbd>`)}</span
    >`;
  }

  #renderHelp(name: ShortcutName) {
    return this.refused
      ? html`<p class="error" id=${`help-${name}`} role="alert">${this.#why(this.refused)}</p>`
      : html`<p class="hint" id=${`help-${name}`}>${this.#host.t('shortcuts.leave')}</p>`;
  }

  #why({ keys, refusal }: { readonly keys: string; readonly refusal: KeysRefusal }): string {
    const written = keysWritten(keys, this.mac);
    if (refusal.why === 'taken')
      return this.#host.t('shortcuts.taken', { keys: written, action: this.#action(refusal.by) });
    if (refusal.why === 'reserved') return this.#host.t('shortcuts.reserved', { keys: written });
    if (refusal.why === 'plain') return this.#host.t('shortcuts.plain', { modifiers: modifierNames(this.mac) });
    return this.#host.t('shortcuts.unusable');
  }

  #action(name: ShortcutName): string {
    return this.#host.t(`shortcuts.${name}`);
  }

  #spoken(keys: string): string {
    return keys === '' ? this.#host.t('shortcuts.none') : keysSpoken(keys, this.mac);
  }

  #record(name: ShortcutName | null): void {
    this.records = name;
    this.refused = null;
    this.said = name === null ? '' : this.#host.t('shortcuts.leave');
  }

  /** Whatever is pressed while keys are recorded is the new keys, and does nothing else. */
  #press(event: KeyboardEvent, shortcuts: Shortcuts, name: ShortcutName): void {
    // Who goes on by Tab has thought better of it, and must not be caught here.
    if (event.key === 'Tab' || event.repeat || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return this.#record(null);
    const keys = pressedKeys(event);
    if (keys === null) return;
    const refusal = refuseKeys(keys, name, shortcuts, this.mac);
    if (refusal) {
      this.refused = { keys, refusal };
      return;
    }
    shortcuts.choose(name, keys);
    this.#record(null);
    this.said = this.#host.t('shortcuts.changed', { action: this.#action(name), keys: this.#spoken(keys) });
  }

  #reset(shortcuts: Shortcuts): void {
    shortcuts.reset();
    this.said = this.#host.t('shortcuts.was-reset');
  }

  #follow(next: Shortcuts | null): void {
    if (next === this.#followed) return;
    this.#stop();
    this.#followed = next;
    this.#stop = next?.subscribe(() => this.requestUpdate()) ?? (() => undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-shortcut-settings': CcShortcutSettings;
  }
}
