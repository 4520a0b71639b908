import { ApiError } from '@carillon/call';
import {
  defaultConfigurationKey,
  type CreateLinkConfigurationRequest,
  type JoinView,
  type LinkConfiguration,
  type LinkTexts,
  type Queue,
} from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from '../admin-api.js';
import { keyOf } from '../queue-form.js';
import { bodyOf, checkBody, sentenceFor, shownField, type FieldErrors } from './form-values.js';
import { styles } from './link-form.styles.js';
import './link-preview.js';
import './picture-field.js';
import { renderBasics } from './render-basics.js';
import { renderBrandFields } from './render-brand-fields.js';
import { renderHours } from './render-hours.js';
import { renderOptions } from './render-options.js';
import { renderTexts, withText } from './render-texts.js';
import { toPreview } from './to-preview.js';

/**
 * Makes or changes a link configuration, with its customer's page beside it. What is wrong is said at its field, and
 * nothing that was typed is lost. Reports `desk-saved` with a sentence, and `desk-close`.
 */
@customElement('desk-link-form')
export class LinkForm extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) api!: AdminApi;
  @property({ attribute: false }) queues: readonly Queue[] = [];
  @property({ attribute: false }) configuration!: LinkConfiguration;

  /** What stands in the form, as a request that nobody has checked. */
  @state() private draft: Record<string, unknown> | null = null;
  @state() private preview: JoinView | null = null;
  @state() private errors: FieldErrors = new Map();
  @state() private failure = '';
  @state() private busy = false;
  @state() private asking = false;
  @state() private logo: string | null = null;
  @state() private backgroundImage: string | null = null;
  @state() private texts: LinkTexts = {};
  /** The language whose texts are in the fields. */
  @state() private textsOf: string | null = null;
  @query('form') private form!: HTMLFormElement;
  /** The key follows the name until somebody has typed one. */
  #ownKey = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('configuration')) return;
    const { brand, texts } = this.configuration;
    this.logo = brand.logo ?? null;
    this.backgroundImage = brand.backgroundImage ?? null;
    this.texts = texts;
  }

  protected override firstUpdated(): void {
    this.#read();
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected override render() {
    const { configuration, errors, queues, texts } = this;
    const draft = (this.draft ?? configuration) as unknown as LinkConfiguration;
    const fields = { configuration, draft, errors };
    return html`
      <div class="columns">
        <form novalidate aria-labelledby="heading" @submit=${this.#submit} @input=${this.#typed}>
          <h2 id="heading" tabindex="-1">${this.#isNew ? 'New link configuration' : `Change ${this.#title}`}</h2>
          ${renderBasics({ ...fields, queues, isNew: this.#isNew })}
          ${renderBrandFields({
            ...fields,
            api: this.api,
            pictures: { logo: this.logo, backgroundImage: this.backgroundImage },
            setPicture: (field, id) => this.#setPicture(field, id),
            setColor: (field, color) => this.#setColor(field, color),
          })}
          ${renderTexts({ ...fields, texts, shown: this.#textLanguage })} ${renderHours(fields)}
          ${renderOptions(fields)}
          <p class="error failure" role="alert" ?hidden=${!this.failure}>${this.failure}</p>
          ${this.asking ? this.#renderQuestion() : this.#renderActions()}
        </form>
        <section aria-label="Preview">
          <desk-link-preview .view=${this.preview} .pictureUrl=${this.api.pictureUrl}></desk-link-preview>
        </section>
      </div>
    `;
  }

  get #isNew(): boolean {
    return this.configuration.version === 0;
  }

  get #title(): string {
    return this.configuration.name || this.configuration.key;
  }

  #renderActions() {
    const mayArchive = !this.#isNew && this.configuration.key !== defaultConfigurationKey;
    return html`<div class="actions foot">
      ${
        mayArchive
          ? html`<button class="button danger" type="button" @click=${this.#ask}>Archive configuration</button>`
          : nothing
      }
      <button class="button" type="button" @click=${this.#close}>Cancel</button>
      <button class="button primary" type="submit" aria-disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save'}</button>
    </div>`;
  }

  #renderQuestion() {
    return html`<div class="field foot" role="group" aria-label="Archive configuration">
      <p>No link can be made with it any more. Links that were made go on.</p>
      <div class="actions">
        <button class="button" data-keep type="button" @click=${() => (this.asking = false)}>Keep</button>
        <button class="button danger" type="button" aria-disabled=${this.busy} @click=${this.#archive}>
          Archive configuration
        </button>
      </div>
    </div>`;
  }

  readonly #typed = (event: Event): void => {
    const { name = '', value = '' } = event.target as Partial<HTMLInputElement>;
    if (name === 'textsOf') this.textsOf = value;
    // What is being mended is not held against anybody.
    if (this.errors.has(name)) this.errors = new Map([...this.errors].filter(([field]) => field !== name));
    if (name === 'key') this.#ownKey = value !== '';
    if (name === 'name' && this.#isNew && !this.#ownKey) {
      const key = this.renderRoot.querySelector<HTMLInputElement>('[name=key]');
      if (key) key.value = keyOf(value);
    }
    const [part, text = ''] = name.split(':');
    if (part === 'texts') this.texts = withText(this.texts, this.#textLanguage, text, value);
    this.#read();
  };

  get #textLanguage(): string {
    return this.textsOf ?? this.configuration.language.language;
  }

  #setPicture(field: 'logo' | 'backgroundImage', id: string | null): void {
    this[field] = id;
    this.#read();
  }

  /** What was chosen from the palette stands in the field, where it can be typed, too. */
  #setColor(field: string, color: string): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>(`[name="${field}"]`);
    if (input) input.value = color;
    this.#read();
  }

  #read(): void {
    const { logo, backgroundImage, texts } = this;
    const { lifeMs } = this.configuration;
    const body = bodyOf(new FormData(this.form), { logo, backgroundImage, texts, lifeMs });
    if (!this.#isNew) body['key'] = this.configuration.key;
    this.draft = body;
    const queueName = this.queues.find(({ id }) => id === body['queueId'])?.name ?? '';
    this.preview = toPreview(body, queueName, this.preview);
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#read();
    const checked = checkBody(this.draft);
    if ('errors' in checked) void this.#point(checked.errors);
    else void this.#run(() => this.#save(checked.request));
  }

  async #save(request: CreateLinkConfigurationRequest): Promise<string> {
    const { key, ...change } = request;
    const { version } = this.configuration;
    if (this.#isNew) await this.api.createConfiguration(request);
    else
      await this.api.changeConfiguration(key, { version, ...change } as Parameters<AdminApi['changeConfiguration']>[1]);
    return `${request.name} is saved.`;
  }

  #archive(): void {
    const { key } = this.configuration;
    void this.#run(async () => {
      await this.api.archiveConfiguration(key);
      return `${this.#title} is archived.`;
    });
  }

  /** The safe answer is the one under the finger. */
  async #ask(): Promise<void> {
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-keep]')?.focus();
  }

  async #run(act: () => Promise<string>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = '';
    this.errors = new Map();
    try {
      const detail = await act();
      this.dispatchEvent(new CustomEvent('desk-saved', { detail, bubbles: true, composed: true }));
      this.#close();
    } catch (error) {
      await this.#refuse(error);
    } finally {
      this.busy = false;
    }
  }

  /** A refusal that names fields is said at them; the rest is said at the end. */
  async #refuse(error: unknown): Promise<void> {
    const fields = error instanceof ApiError ? error.fields : [];
    if (fields.length === 0) this.failure = sayError(error);
    const taken = error instanceof ApiError && error.code === 'key_taken';
    const say = (field: string) => (taken ? 'There is one already: choose another key.' : sentenceFor(field));
    await this.#point(new Map(fields.map((field) => [field, say(field)])));
  }

  /** Says at each field what is wrong with it, and goes to the first. */
  async #point(errors: FieldErrors): Promise<void> {
    this.errors = new Map([...errors].map(([field, words]) => [shownField(field), words]));
    await this.updateComplete;
    this.renderRoot
      .querySelector<HTMLElement>('[aria-invalid=true], [data-invalid], desk-picture-field[error]:not([error=""])')
      ?.focus();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('desk-close', { bubbles: true, composed: true }));
  }
}
