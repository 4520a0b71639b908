import type { CompanySettings, WrapUpExtension } from '@carillon/contract';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from './admin-api.js';
import { FormError, textOf } from './admin-form.js';
import { adminStyles } from './admin-styles.js';
import { languages } from './links/words.js';
import { millis, seconds } from './seconds.js';
import { eachLineOf } from './wrapup-drafts.js';
import './wrapup-fields.js';
import type { WrapUpFieldsEditor } from './wrapup-fields.js';

const extensions: readonly (readonly [WrapUpExtension, string])[] = [
  ['none', 'None'],
  ['seconds', 'Ten seconds at a time'],
  ['more', 'Until the agent closes it'],
];

/** What holds for the whole company. Reports `desk-saved` with a sentence. */
@customElement('desk-settings')
export class SettingsPart extends LitElement {
  static override styles = [
    ...adminStyles,
    css`
      form {
        padding: 20px;
        border: 1px solid var(--desk-line);
        border-radius: 12px;
        background: var(--desk-panel);
      }
    `,
  ];

  @property({ attribute: false }) api!: AdminApi;
  @state() private settings: CompanySettings | null = null;
  @state() private unread = '';
  @state() private failure = '';
  @state() private busy = false;
  @query('desk-wrapup-fields') private fields!: WrapUpFieldsEditor | null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('settings') && this.settings) this.fields?.show(this.settings);
  }

  protected override render() {
    if (this.unread)
      return html`<div class="state" role="alert">
        <p>${this.unread}</p>
        <button class="button" type="button" @click=${() => void this.#load()}>Try again</button>
      </div>`;
    const { settings } = this;
    if (!settings) return html`<p class="state" role="status">Loading…</p>`;
    return html`
      <form aria-label="Company" @submit=${this.#save}>
        <div class="field">
          <label for="name">Company name</label>
          <input
            id="name"
            name="name"
            required
            maxlength="100"
            autocomplete="organization"
            aria-describedby="name-hint"
            .value=${settings.name}
          />
          <p id="name-hint" class="hint">In the title of your customers’ pages, and where a link is shared.</p>
        </div>
        <div class="field">
          <label for="language">Language of new links</label>
          <select id="language" name="language" aria-describedby="language-hint">
            ${languages(settings.language).map(
              ([value, label]) =>
                html`<option value=${value} lang=${value} ?selected=${value === settings.language}>${label}</option>`,
            )}
          </select>
          <p id="language-hint" class="hint">Where a customer’s own language is not there.</p>
        </div>
        ${this.#renderSeconds('ring', 'Ring time in seconds', [3, 60], settings.ringMs)}
        ${this.#renderSeconds('wrapup', 'Wrap-up in seconds', [0, 3600], settings.wrapUpMs)}
        ${this.#renderExtension(settings)} ${this.#renderAfterCall(settings)}
        <p class="error" role="alert" ?hidden=${!this.failure}>${this.failure}</p>
        <div class="actions">
          <button class="button primary" type="submit" aria-disabled=${this.busy}>
            ${this.busy ? 'Saving…' : 'Save'}
          </button>
        </div>
      </form>
    `;
  }

  #renderExtension({ wrapUpExtension, wrapUpLongestMs }: CompanySettings) {
    return html`
      <div class="field">
        <label for="extension">More time for wrapping up</label>
        <select id="extension" name="extension" aria-describedby="extension-hint">
          ${extensions.map(
            ([value, label]) => html`<option value=${value} ?selected=${value === wrapUpExtension}>${label}</option>`,
          )}
        </select>
        <p id="extension-hint" class="hint">What agents may choose beside their time.</p>
      </div>
      <div class="field">
        <label for="longest">Longest wrap-up with more time, in seconds</label>
        <input
          id="longest"
          name="longest"
          type="number"
          min="10"
          max="3600"
          required
          aria-describedby="longest-hint"
          .value=${seconds(wrapUpLongestMs)}
        />
        <p id="longest-hint" class="hint">More time ends here, from 10 to 3600.</p>
      </div>
    `;
  }

  #renderAfterCall({ dispositions, rating }: CompanySettings) {
    return html`
      <div class="field">
        <label for="dispositions">Outcomes of a call</label>
        <textarea
          id="dispositions"
          name="dispositions"
          rows="4"
          aria-describedby="dispositions-hint"
          .value=${dispositions.join('\n')}
        ></textarea>
        <p id="dispositions-hint" class="hint">
          One a line, at most 50. Agents choose one while they wrap up; with none they are not asked.
        </p>
      </div>
      <desk-wrapup-fields></desk-wrapup-fields>
      <div class="field">
        <label class="choice">
          <input type="checkbox" name="rating" aria-describedby="rating-hint" ?checked=${rating} />
          <span>Ask how calls were</span>
        </label>
        <p id="rating-hint" class="hint">
          Off, neither customers nor agents are asked. On, agents are while they wrap up, and each kind of link says for
          itself whether customers are.
        </p>
      </div>
    `;
  }

  #renderSeconds(name: string, label: string, [least, most]: readonly [number, number], ms: number | null) {
    return html`
      <div class="field">
        <label for=${name}>${label}</label>
        <input
          id=${name}
          name=${name}
          type="number"
          min=${least}
          max=${most}
          aria-describedby=${`${name}-hint`}
          .value=${seconds(ms)}
        />
        <p id=${`${name}-hint`} class="hint">
          For queues that say nothing of their own. From ${least} to ${most}; empty: 30.
        </p>
      </div>
    `;
  }

  async #load(): Promise<void> {
    this.unread = '';
    try {
      this.settings = await this.api.settings();
    } catch (error) {
      this.unread = sayError(error);
    }
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { settings } = this;
    if (this.busy || !settings) return;
    const data = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    this.failure = '';
    try {
      if (!(await this.fields?.check())) return;
      this.settings = await this.api.changeSettings({
        version: settings.version,
        name: textOf(data, 'name'),
        language: textOf(data, 'language'),
        ringMs: millis(data, 'ring'),
        wrapUpMs: millis(data, 'wrapup'),
        wrapUpExtension: textOf(data, 'extension') as WrapUpExtension,
        wrapUpLongestMs: millis(data, 'longest') ?? settings.wrapUpLongestMs,
        dispositions: eachLineOf(textOf(data, 'dispositions')),
        wrapUpFields: this.fields?.fields() ?? settings.wrapUpFields,
        rating: data.has('rating'),
      });
      const detail = 'The settings are saved.';
      this.dispatchEvent(new CustomEvent('desk-saved', { detail, bubbles: true, composed: true }));
    } catch (error) {
      this.failure = error instanceof FormError ? error.message : sayError(error);
    } finally {
      this.busy = false;
    }
  }
}
