import type { CompanySettings, WrapUpField, WrapUpFieldKind } from '@carillon/contract';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { adminStyles } from './admin-styles.js';
import { emptyDraft, toDraft, toFields, type FieldDraft } from './wrapup-drafts.js';

const kinds: readonly (readonly [WrapUpFieldKind, string])[] = [
  ['text', 'Text'],
  ['long-text', 'Long text'],
  ['number', 'Number'],
  ['yes-no', 'Yes or no'],
  ['choice', 'One of a list'],
  ['date', 'Date'],
];
const most = 20;

/** What agents fill in after a call: fields in their order, to add, change, move and remove. It is saved with its page. */
@customElement('desk-wrapup-fields')
export class WrapUpFieldsEditor extends LitElement {
  static override styles = [
    ...adminStyles,
    css`
      .fields,
      .one {
        display: grid;
        gap: 12px;
      }
      .one {
        padding: 14px 16px;
        border: 1px solid var(--desk-line);
        border-radius: 12px;
      }
      .actions {
        justify-content: start;
      }
      .button:disabled {
        opacity: 0.5;
      }
      .invalid {
        color: var(--desk-danger);
      }
    `,
  ];

  @state() private drafts: readonly FieldDraft[] = [];
  @state() private checked = false;

  #language = 'en';
  #ids = 0;

  /** Shows the fields as they are kept. */
  show({ wrapUpFields, language }: Pick<CompanySettings, 'wrapUpFields' | 'language'>): void {
    this.#language = language;
    this.checked = false;
    this.drafts = wrapUpFields.map((field) => toDraft(field, this.#ids++, language));
  }

  /** Whether all that has to be there is; where it is not it says so and moves there. */
  async check(): Promise<boolean> {
    this.checked = true;
    await this.updateComplete;
    const wrong = this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus();
    return wrong === null;
  }

  /** The fields as they stand. @throws {FormError} in words, when something cannot be kept */
  fields(): WrapUpField[] {
    return toFields(this.drafts, this.#language);
  }

  protected override render() {
    return html`
      <fieldset aria-describedby="hint">
        <legend>Form after a call</legend>
        <p id="hint" class="hint">
          Agents fill it in while they wrap up, and it stands in the conversation. At most ${most} fields.
        </p>
        <div class="fields">
          ${repeat(
            this.drafts,
            ({ id }) => id,
            (draft, index) => this.#renderField(draft, index),
          )}
        </div>
        <div class="actions">
          <button class="button" type="button" id="add" ?disabled=${this.drafts.length >= most} @click=${this.#add}>
            Add a field
          </button>
        </div>
      </fieldset>
    `;
  }

  #renderField(draft: FieldDraft, index: number) {
    const { id, key, label, others, kind, required } = draft;
    const name = label.trim() || `field ${index + 1}`;
    const fault = this.checked && label.trim() === '' ? 'Say what it is called.' : '';
    const change = (part: Partial<FieldDraft>) => this.#change(id, part);
    return html`
      <div class="one" role="group" aria-label=${name} data-id=${id}>
        <div class="field">
          <label for=${`label-${id}`}>Field</label>
          <input
            id=${`label-${id}`}
            maxlength="100"
            .value=${label}
            aria-required="true"
            aria-invalid=${fault ? 'true' : 'false'}
            aria-describedby=${fault ? `label-fault-${id}` : nothing}
            @input=${(event: Event) => change({ label: valueOf(event) })}
          />
          ${fault ? html`<p id=${`label-fault-${id}`} class="invalid">${fault}</p>` : nothing}
          ${key === null ? nothing : html`<p class="hint">Programs know it as ${key}.</p>`}
        </div>
        <div class="field">
          <label for=${`kind-${id}`}>Kind</label>
          <select id=${`kind-${id}`} @change=${(event: Event) => change({ kind: valueOf(event) as WrapUpFieldKind })}>
            ${kinds.map(([value, words]) => html`<option value=${value} ?selected=${value === kind}>${words}</option>`)}
          </select>
        </div>
        ${kind === 'choice' ? this.#renderChoices(draft) : nothing}
        <label class="choice">
          <input
            type="checkbox"
            ?checked=${required}
            @change=${(event: Event) => change({ required: (event.target as HTMLInputElement).checked })}
          />
          <span>Agents have to fill it in before they close</span>
        </label>
        <div class="field">
          <label for=${`others-${id}`}>In other languages</label>
          <textarea
            id=${`others-${id}`}
            rows="2"
            aria-describedby=${`others-hint-${id}`}
            .value=${others}
            @input=${(event: Event) => change({ others: valueOf(event) })}
          ></textarea>
          <p id=${`others-hint-${id}`} class="hint">One a line, as “de: Grund”.</p>
        </div>
        <div class="actions">
          <button
            class="button"
            type="button"
            data-move="-1"
            aria-label=${`Move ${name} up`}
            ?disabled=${index === 0}
            @click=${() => void this.#move(index, -1)}
          >
            Up
          </button>
          <button
            class="button"
            type="button"
            data-move="1"
            aria-label=${`Move ${name} down`}
            ?disabled=${index === this.drafts.length - 1}
            @click=${() => void this.#move(index, 1)}
          >
            Down
          </button>
          <button class="button" type="button" aria-label=${`Remove ${name}`} @click=${() => void this.#remove(id)}>
            Remove
          </button>
        </div>
      </div>
    `;
  }

  #renderChoices({ id, choices }: FieldDraft) {
    const fault = this.checked && choices.trim() === '' ? 'Write at least one.' : '';
    return html`<div class="field">
      <label for=${`choices-${id}`}>Choices</label>
      <textarea
        id=${`choices-${id}`}
        rows="4"
        aria-required="true"
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby=${`choices-hint-${id}`}
        .value=${choices}
        @input=${(event: Event) => this.#change(id, { choices: valueOf(event) })}
      ></textarea>
      <p id=${`choices-hint-${id}`} class=${fault ? 'invalid' : 'hint'}>${fault || 'One a line, at most 50.'}</p>
    </div>`;
  }

  #change(id: number, part: Partial<FieldDraft>): void {
    this.drafts = this.drafts.map((draft) => (draft.id === id ? { ...draft, ...part } : draft));
  }

  readonly #add = async (): Promise<void> => {
    const draft = emptyDraft(this.#ids++);
    this.drafts = [...this.drafts, draft];
    await this.#focus(`#label-${draft.id}`);
  };

  async #remove(id: number): Promise<void> {
    this.drafts = this.drafts.filter((draft) => draft.id !== id);
    await this.#focus('#add');
  }

  /** The button that was pressed keeps the focus, or the other one where it cannot be pressed again. */
  async #move(index: number, by: 1 | -1): Promise<void> {
    const drafts = [...this.drafts];
    const [moved] = drafts.splice(index, 1);
    if (!moved) return;
    drafts.splice(index + by, 0, moved);
    this.drafts = drafts;
    await this.#focus(
      `[data-id="${moved.id}"] [data-move="${by}"]:not([disabled])`,
      `[data-id="${moved.id}"] [data-move]:not([disabled])`,
    );
  }

  async #focus(...selectors: readonly string[]): Promise<void> {
    await this.updateComplete;
    const found = selectors.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector));
    found.find(Boolean)?.focus();
  }
}

const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value;

declare global {
  interface HTMLElementTagNameMap {
    'desk-wrapup-fields': WrapUpFieldsEditor;
  }
}
