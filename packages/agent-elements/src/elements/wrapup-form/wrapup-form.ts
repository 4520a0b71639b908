import { checkIcon, element, icon, ProviderController } from '@carillon/call';
import type { WrapUp, WrapUpAnswer, WrapUpField } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AgentSession } from '../../session/agent-session.js';
import { AgentController } from '../agent-controller.js';
import { fieldLabel } from '../field-label.js';
import { callLog } from '../localize/en/call-log.js';
import { wrapupForm } from '../localize/en/wrapup-form.js';
import { isFinalRefusal, NoteSaver } from '../wrapup/note-saver.js';
import { outcomeOf, textOf, type Draft, type Outcome } from './draft.js';
import { renderControl } from './render-control.js';
import { styles } from './wrapup-form.styles.js';

/**
 * The form that a company lets its agents fill in after a call. It saves itself, whether or not it is complete, and says
 * what is missing only when it is asked to be closed. It stands in `<cc-wrapup>`, which loads it where there is a form.
 *
 * @element cc-wrapup-form
 */
@element('cc-wrapup-form')
export class CcWrapupForm extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) wrapUp: WrapUp | null = null;

  /** Whether what is missing is said. */
  @state() private checked = false;

  readonly #agent: AgentController = new AgentController(this);
  readonly #words: ProviderController<typeof wrapupForm> = new ProviderController(this, wrapupForm);
  readonly #log: ProviderController<typeof callLog> = new ProviderController(this, callLog);
  /** The whole form is one text to it, so that the newest whole is what is kept. */
  readonly #saver: NoteSaver = new NoteSaver({
    save: (id, answers) =>
      this.#session?.saveAnswers(id, JSON.parse(answers) as WrapUpAnswer[]) ?? Promise.reject(new Error('No session.')),
    changed: () => this.requestUpdate(),
    isFinal: isFinalRefusal,
  });
  /** Known also once the element is off the page, as what was written last is saved then. */
  #session: AgentSession | null = null;
  #drafts = new Map<string, Draft>();
  #shownId = '';

  /** What is answered by now; what is no answer to its field is left out. */
  get answers(): readonly WrapUpAnswer[] {
    return this.#fields.flatMap((field) => {
      const outcome = this.#outcome(field);
      return outcome.is === 'answer' ? [{ key: field.key, value: outcome.value }] : [];
    });
  }

  /** Whether it can be closed as it is. If not it says why, at the field, which it moves to. What is there is saved. */
  check(): boolean {
    void this.#saver.flush();
    this.checked = true;
    const wrong = this.#fields.find((field) => this.#fault(field));
    if (wrong) this.renderRoot.querySelector<HTMLElement>(`[id="${wrong.key}"]`)?.focus();
    return !wrong;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.#saver.flush();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#session = this.#agent.session ?? this.#session;
    const { wrapUp } = this;
    if (!wrapUp || wrapUp.id === this.#shownId) return;
    this.#shownId = wrapUp.id;
    this.checked = false;
    this.#drafts = new Map(wrapUp.answers.map(({ key, value }) => [key, { text: textOf(value) }]));
    this.#saver.open(wrapUp.id, JSON.stringify(this.answers));
  }

  protected override render() {
    if (this.#fields.length === 0) return nothing;
    return html`
      <div class="form" role="group" aria-label=${this.#words.t('form.label')}>
        ${repeat(
          this.#fields,
          ({ key }) => `${this.#shownId} ${key}`,
          (field) => this.#renderField(field),
        )}
        <p class="small state" role="status" data-state=${this.#saver.state}>${this.#renderState()}</p>
      </div>
    `;
  }

  #renderField(field: WrapUpField) {
    const { key, label, required } = field;
    const fault = this.#fault(field);
    const says = this.#words;
    return html`
      <div class="field" data-kind=${field.kind}>
        <div class="head">
          <label for=${key} dir="auto">${fieldLabel(label, this.#agent.locale)}</label>
          ${required ? html`<span class="small muted" aria-hidden="true">${says.t('form.required')}</span>` : nothing}
        </div>
        ${renderControl({
          field,
          text: this.#draft(field).text,
          describedBy: fault ? `${key}-wrong` : '',
          invalid: fault !== null,
          words: {
            none: this.#agent.t('wrapup.no-disposition'),
            yes: this.#log.t('log.yes'),
            no: this.#log.t('log.no'),
          },
          changed: (draft, done) => this.#change(field, draft, done),
        })}
        ${fault ? html`<p id=${`${key}-wrong`} class="small wrong">${fault}</p>` : nothing}
      </div>
    `;
  }

  #renderState() {
    const { state } = this.#saver;
    if (state === 'saved') return html`${icon(checkIcon)}${this.#agent.t('wrapup.saved')}`;
    if (state === 'saving') return this.#agent.t('wrapup.saving');
    return state === 'failed' ? this.#agent.t('wrapup.not-saved') : nothing;
  }

  get #fields(): readonly WrapUpField[] {
    return this.wrapUp?.fields ?? [];
  }

  #draft({ key }: WrapUpField): Draft {
    return this.#drafts.get(key) ?? { text: '' };
  }

  #outcome(field: WrapUpField): Outcome {
    return outcomeOf(field, this.#draft(field));
  }

  /** Why a field is not as it should be, in words. That something is missing is said once somebody wants to close. */
  #fault(field: WrapUpField): string | null {
    const outcome = this.#outcome(field);
    if (outcome.is === 'wrong') return this.#words.t(outcome.why, { most: this.#count(outcome.most) });
    return outcome.is === 'nothing' && field.required && this.checked ? this.#words.t('form.missing') : null;
  }

  #count(most = 0): string {
    return new Intl.NumberFormat(this.#agent.locale).format(most);
  }

  #change(field: WrapUpField, draft: Draft, done: boolean): void {
    this.#drafts.set(field.key, draft);
    const answers = JSON.stringify(this.answers);
    if (answers !== this.#saver.text) this.#saver.write(answers);
    if (done) void this.#saver.flush();
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-wrapup-form': CcWrapupForm;
  }
}
