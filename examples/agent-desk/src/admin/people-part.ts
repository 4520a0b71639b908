import type { Person } from '@carillon/contract';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from './admin-api.js';
import { adminStyles } from './admin-styles.js';
import './person-form.js';
import type { PersonForm } from './person-form.js';

/** After the last key: long enough to type a word, short enough not to be waited for. */
const typingMs = 250;

/** Whom the company knows: to find, to add, to change. Reports `desk-saved` with a sentence. */
@customElement('desk-people')
export class PeoplePart extends LitElement {
  static override styles = [
    ...adminStyles,
    css`
      .search {
        margin-block-end: 12px;
      }
      .more {
        display: grid;
        place-items: center;
        padding-block: 16px;
      }
    `,
  ];

  @property({ attribute: false }) api!: AdminApi;
  @state() private people: readonly Person[] | null = null;
  @state() private next: string | null = null;
  @state() private failure = '';
  @state() private busy = false;
  @query('desk-person-form') private form!: PersonForm;
  @query('input') private input!: HTMLInputElement;
  #search = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Answers to an older search are not what is asked for now. */
  #asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /** Opens the form for somebody new. */
  add(): void {
    void this.form.open(null);
  }

  async load({ more = false } = {}): Promise<void> {
    const asked = ++this.#asked;
    this.failure = '';
    this.busy = true;
    try {
      const page = await this.api.people(this.#search, more ? this.next : null);
      if (asked !== this.#asked) return;
      this.people = more ? [...(this.people ?? []), ...page.people] : page.people;
      this.next = page.next;
    } catch (error) {
      if (asked === this.#asked) this.failure = sayError(error);
    } finally {
      if (asked === this.#asked) this.busy = false;
    }
  }

  protected override render() {
    return html`
      <div class="field search">
        <label for="search">Search people</label>
        <input
          id="search"
          type="search"
          maxlength="100"
          autocomplete="off"
          placeholder="Name, number or e-mail"
          @input=${this.#type}
        />
      </div>
      ${this.#renderList()}
      <desk-person-form .api=${this.api} @desk-saved=${() => void this.load()}></desk-person-form>
    `;
  }

  #renderList() {
    const { people } = this;
    if (this.failure)
      return html`<div class="state" role="alert">
        <p>${this.failure}</p>
        <button class="button" type="button" @click=${() => void this.load()}>Try again</button>
      </div>`;
    if (!people) return html`<p class="state" role="status">Loading…</p>`;
    if (people.length === 0)
      return html`<p class="state" role="status">
        ${this.#search ? 'Nobody is found by that.' : 'Nobody is known yet. Add the first person.'}
      </p>`;
    return html`
      <ul class="list" aria-busy=${this.busy}>
        ${people.map((person) => this.#renderPerson(person))}
      </ul>
      ${
        this.next
          ? html`<div class="more">
              <button class="button" type="button" @click=${() => void this.load({ more: true })}>Show more</button>
            </div>`
          : nothing
      }
    `;
  }

  #renderPerson(person: Person) {
    const { name, numbers, emails } = person;
    return html`
      <li class="card">
        <div class="who">
          <h2><bdi>${name}</bdi></h2>
          <p class="muted addresses">
            ${[...numbers, ...emails].map((address) => html`<bdi dir="ltr">${address}</bdi> `)}
            ${numbers.length + emails.length === 0 ? 'No number, no e-mail' : nothing}
          </p>
        </div>
        <button class="button" type="button" aria-label=${`Change ${name}`} @click=${() => void this.form.open(person)}>
          Change
        </button>
      </li>
    `;
  }

  #type(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#search = this.input.value.trim();
      void this.load();
    }, typingMs);
  }
}
