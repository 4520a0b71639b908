import { checkIcon, copyIcon, element, icon } from '@carillon/call';
import { type CreateCallLinkRequest, type CreatedCallLink, DisplayName, isBlank } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { problemCode } from '../../session/problem-code.js';
import { AgentController } from '../agent-controller.js';
import { LinkCreatedEvent, LinkRequestEvent } from '../events/agent-events.js';
import { noticeText } from '../notices.js';
import { styles } from './call-link-generator.styles.js';

/** What is wrong with the name: a key of the sentences, or the server's code. */
type Problem = { readonly field: 'name-missing' | 'name-too-long' | 'name-invalid' } | { readonly code: string };

/**
 * Makes call links. Without a conversation the link is for a guest and needs a display name; with one its call joins
 * that conversation. Which kind of link it is, the configuration says, not the agent.
 *
 * @element cc-call-link-generator
 * @fires {LinkRequestEvent} cc-link-request - Before the link is made. Cancel it to make none.
 * @fires {LinkCreatedEvent} cc-link-created - With the link. Its address is not shown again later.
 * @csspart result - The link that was made.
 */
@element('cc-call-link-generator')
export class CcCallLinkGenerator extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = styles;

  /** The conversation that the call joins. Empty: a guest link. */
  @property({ attribute: 'conversation-id' }) conversationId = '';
  /** The link configuration to use. Empty: the default one. */
  @property() configuration = '';
  @state() private problem: Problem | null = null;
  @state() private pending = false;
  @state() private link: CreatedCallLink | null = null;
  @state() private copied: 'yes' | 'failed' | null = null;
  @query('#name') private name!: HTMLInputElement | null;

  readonly #agent: AgentController = new AgentController(this);
  /** Grows with every change of what a link is for: an answer for what was before is not shown. */
  #asked = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('conversationId') && !changed.has('configuration')) return;
    this.#reset();
  }

  protected override render() {
    if (!this.#agent.session) return nothing;
    return this.link ? this.#renderResult(this.link) : this.#renderForm();
  }

  #renderForm() {
    return html`
      <form novalidate @submit=${this.#submit}>
        ${this.conversationId ? html`<p class="muted">${this.#agent.t('link-generator.for-conversation')}</p>` : this.#renderName()}
        ${
          this.problem && 'code' in this.problem
            ? html`<p class="error" role="alert">
                ${noticeText(this.#agent, { code: this.problem.code, subject: null })}
              </p>`
            : nothing
        }
        <button class="button primary" type="submit" aria-disabled=${this.pending}>
          ${this.#agent.t(this.pending ? 'link-generator.generating' : 'link-generator.generate')}
        </button>
      </form>
    `;
  }

  #renderName() {
    const field = this.problem && 'field' in this.problem ? this.problem.field : null;
    return html`
      <div class="field">
        <label for="name">${this.#agent.t('link-generator.name')}</label>
        <input
          id="name"
          class="input"
          type="text"
          autocomplete="off"
          dir="auto"
          required
          aria-describedby="hint"
          aria-invalid=${field === null ? 'false' : 'true'}
          @input=${() => (this.problem = null)}
        />
        <p id="hint" class=${field === null ? 'hint' : 'error'} role=${field === null ? nothing : 'alert'}>
          ${this.#agent.t(`link-generator.${field ?? 'name-hint'}`)}
        </p>
      </div>
    `;
  }

  #renderResult(link: CreatedCallLink) {
    const kind = link.kind === 'one-time' ? 'one-time' : 'expiry';
    return html`
      <div class="result" part="result">
        <div class="field">
          <label for="link">${this.#agent.t('link-generator.result')}</label>
          <div class="row">
            <input
              id="link"
              class="input"
              type="text"
              dir="ltr"
              readonly
              .value=${link.url}
              @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
            />
            <button class="button primary" type="button" @click=${() => void this.#copy(link.url)}>
              ${icon(this.copied === 'yes' ? checkIcon : copyIcon)}${this.#agent.t('link-generator.copy')}
            </button>
          </div>
        </div>
        <p class="copy-result small" role="status" data-failed=${this.copied === 'failed'}>
          ${this.copied === null ? nothing : this.#agent.t(this.copied === 'yes' ? 'link-generator.copied' : 'link-generator.copy-failed')}
        </p>
        <p class="hint">
          ${this.#agent.t(`link-generator.${kind}`)}
          ${this.#agent.t('link-generator.until', { when: this.#when(link.expiresAt) })}
        </p>
        <button class="button" type="button" @click=${this.#another}>${this.#agent.t('link-generator.another')}</button>
      </div>
    `;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.pending) return;
    const request = this.#request();
    if (!request) return this.name?.focus();
    void this.#agent.request(new LinkRequestEvent(request), () => this.#create(request));
  }

  /** What to ask for, or nothing where the name will not do. */
  #request(): CreateCallLinkRequest | null {
    const configuration = this.configuration ? { configuration: this.configuration } : {};
    if (this.conversationId) return { conversationId: this.conversationId, ...configuration };
    const given = this.name?.value ?? '';
    const parsed = DisplayName.safeParse(given);
    if (parsed.success) return { displayName: parsed.data, ...configuration };
    if (isBlank(given)) this.problem = { field: 'name-missing' };
    else this.problem = { field: [...given.trim()].length > 100 ? 'name-too-long' : 'name-invalid' };
    return null;
  }

  async #create(request: CreateCallLinkRequest): Promise<void> {
    const { session } = this.#agent;
    if (!session) return;
    const asked = ++this.#asked;
    this.pending = true;
    this.problem = null;
    try {
      const link = await session.createLink(request);
      if (asked !== this.#asked) return;
      this.link = link;
      this.#agent.announce(this.#agent.t('link-generator.ready'));
      this.dispatchEvent(new LinkCreatedEvent(link));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.row .button')?.focus();
    } catch (error) {
      if (asked === this.#asked) this.problem = { code: problemCode(error) };
    } finally {
      if (asked === this.#asked) this.pending = false;
    }
  }

  async #copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.copied = 'yes';
    } catch {
      this.copied = 'failed';
      this.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
    }
  }

  async #another(): Promise<void> {
    this.#reset();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input, button')?.focus();
  }

  #reset(): void {
    this.#asked++;
    this.link = null;
    this.problem = null;
    this.copied = null;
    this.pending = false;
  }

  #when(at: number): string {
    return new Intl.DateTimeFormat(this.#agent.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-link-generator': CcCallLinkGenerator;
  }
}
