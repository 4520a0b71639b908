import { html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from './admin-api.js';
import { adminStyles } from './admin-styles.js';

/** What was typed cannot be sent; the message says why. */
export class FormError extends Error {}

/** What was typed in a field. */
export const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/**
 * A dialog that makes or changes one record. What goes wrong is said in it, and nothing that was typed is lost; removing
 * asks once more. Reports `desk-saved` with a sentence.
 */
export abstract class AdminForm<Item> extends LitElement {
  static override styles = adminStyles;

  @property({ attribute: false }) api!: AdminApi;
  /** The record that is changed; null for a new one. */
  @state() protected item: Item | null = null;
  @state() private shown = false;
  @state() private busy = false;
  @state() private asking = false;
  @state() private failure = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  protected abstract readonly titles: { readonly create: string; readonly change: string };
  protected abstract readonly removal: { readonly button: string; readonly question: string };
  protected abstract renderFields(): TemplateResult;
  /** Sends what the form holds. Answers with what to tell. */
  protected abstract save(data: FormData): Promise<string>;
  protected abstract archive(item: Item): Promise<string>;

  async open(item: Item | null): Promise<void> {
    this.item = item;
    this.failure = '';
    this.asking = false;
    this.shown = true;
    await this.updateComplete;
    this.dialog.showModal();
  }

  protected override render() {
    return html`
      <dialog aria-labelledby="heading" @close=${() => (this.shown = false)}>
        ${this.shown ? this.#renderForm() : ''}
      </dialog>
    `;
  }

  #renderForm() {
    return html`
      <form @submit=${this.#submit}>
        <h2 id="heading">${this.item ? this.titles.change : this.titles.create}</h2>
        ${this.renderFields()}
        <p class="error" role="alert" ?hidden=${!this.failure}>${this.failure}</p>
        ${this.asking ? this.#renderQuestion() : this.#renderActions()}
      </form>
    `;
  }

  #renderActions() {
    return html`<div class="actions">
      ${
        this.item
          ? html`<button class="button danger" type="button" @click=${this.#ask}>${this.removal.button}</button>`
          : ''
      }
      <button class="button" type="button" @click=${() => this.dialog.close()}>Cancel</button>
      <button class="button primary" type="submit" aria-disabled=${this.busy}>${this.busy ? 'Saving…' : 'Save'}</button>
    </div>`;
  }

  #renderQuestion() {
    return html`<div class="field" role="group" aria-label=${this.removal.button}>
      <p>${this.removal.question}</p>
      <div class="actions">
        <button class="button" data-keep type="button" @click=${() => (this.asking = false)}>Keep</button>
        <button class="button danger" type="button" aria-disabled=${this.busy} @click=${this.#remove}>
          ${this.removal.button}
        </button>
      </div>
    </div>`;
  }

  /** The safe answer is the one under the finger. */
  async #ask(): Promise<void> {
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-keep]')?.focus();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    void this.#run(() => this.save(data));
  }

  #remove(): void {
    const { item } = this;
    if (item) void this.#run(() => this.archive(item));
  }

  async #run(act: () => Promise<string>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = '';
    try {
      const detail = await act();
      this.dialog.close();
      this.dispatchEvent(new CustomEvent('desk-saved', { detail, bubbles: true, composed: true }));
    } catch (error) {
      this.failure = error instanceof FormError ? error.message : sayError(error);
    } finally {
      this.busy = false;
    }
  }
}
