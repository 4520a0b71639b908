import { element, qrPath, type QrCode } from '@carillon/call';
import {
  type CallLink,
  type CreateCallLinkRequest,
  type CreatedCallLink,
  DisplayName,
  isBlank,
  type LinkChoice,
} from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { problemCode, problemFields, problemOptions } from '../../session/problem-code.js';
import { AgentController } from '../agent-controller.js';
import {
  LinkCreatedEvent,
  LinkRequestEvent,
  RevokeLinkRequestEvent,
  SendLinkRequestEvent,
} from '../events/agent-events.js';
import { noticeText } from '../notices.js';
import { styles } from './call-link-generator.styles.js';
import { LinkList } from './link-list.js';
import { renderChoice } from './render-choice.js';
import { renderLinkList } from './render-link-list.js';
import { renderResult, type LinkOutcome } from './render-result.js';
import { renderTimeFrame } from './render-time-frame.js';
import { TimeFrameForm } from './time-frame-form.js';

/** What is wrong with the name: a key of the sentences, or the server's code. */
type Problem = { readonly field: 'name-missing' | 'name-too-long' | 'name-invalid' } | { readonly code: string };

/** Refusals after which the customer has to get the link another way. */
const notReachable = new Set(['customer_not_reachable', 'messages_not_allowed']);

/**
 * Makes call links, and shows those that were made. Without a conversation the link is for a guest and needs a display
 * name; with one its call joins that conversation. Which kind of link it is, the configuration says; a time-frame is
 * asked for where it is one (LNK-9, LNK-10).
 *
 * @element cc-call-link-generator
 * @fires {LinkRequestEvent} cc-link-request - Before the link is made. Cancel it to make none.
 * @fires {LinkCreatedEvent} cc-link-created - With the link. Its address is not shown again later.
 * @fires {SendLinkRequestEvent} cc-send-link-request - Before a conversation's link goes to its customer. Cancel it to send nothing.
 * @fires {RevokeLinkRequestEvent} cc-revoke-link-request - Before a link is taken back. Cancel it to keep the link.
 * @csspart result - The link that was made.
 * @csspart list - The links that were made before.
 */
@element('cc-call-link-generator')
export class CcCallLinkGenerator extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = styles;

  /** The conversation that the call joins. Empty: a guest link. */
  @property({ attribute: 'conversation-id' }) conversationId = '';
  /** The link configuration to use. Empty: the agent chooses, where the company has more than one. */
  @property() configuration = '';
  /** IANA zone in which the agent enters times. Defaults to the browser's. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  @state() private problem: Problem | null = null;
  @state() private pending = false;
  @state() private link: CreatedCallLink | null = null;
  @state() private outcome: LinkOutcome | null = null;
  @state() private sending = false;
  @state() private qr: QrCode | null = null;
  @state() private choices: readonly LinkChoice[] = [];
  @state() private chosen = '';
  @query('#name') private name!: HTMLInputElement | null;

  readonly #agent: AgentController = new AgentController(this);
  readonly #list: LinkList = new LinkList(
    () => {
      const { session } = this.#agent;
      const { conversationId } = this;
      return (
        session && {
          list: (cursor) => session.links(conversationId, cursor),
          revoke: (id) => session.revokeLink(id),
        }
      );
    },
    () => this.requestUpdate(),
  );
  #frame = new TimeFrameForm(() => this.requestUpdate());
  #choicesRead = false;
  /** Grows with every change of what a link is for: an answer for what was before is not shown. */
  #asked = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#agent.session && !this.#choicesRead) void this.#readChoices();
    if (changed.has('timeZone') && this.timeZone !== '') {
      this.#frame = new TimeFrameForm(() => this.requestUpdate(), this.timeZone);
      this.#frame.propose(this.#agent.serverNow());
    }
    if (!changed.has('conversationId') && !changed.has('configuration')) return;
    this.#reset();
    this.#list.close();
  }

  protected override render() {
    if (!this.#agent.session) return nothing;
    return html`
      ${this.link ? this.#renderResult(this.link) : this.#renderForm()}
      <details part="list" class="made" @toggle=${this.#toggleList}>
        <summary>${this.#agent.t(this.conversationId ? 'link-list.of-conversation' : 'link-list.heading')}</summary>
        ${renderLinkList(this.#agent, this.#list, { revoke: (link) => void this.#revoke(link) })}
      </details>
    `;
  }

  protected override updated(): void {
    // A question has come up beside a link: the safe answer is the next thing to press.
    const keep = this.renderRoot.querySelector<HTMLElement>('.keep');
    if (keep && this.#questioned !== this.#list.asksFor) keep.focus();
    this.#questioned = this.#list.asksFor;
  }
  #questioned: string | null = null;

  get #choice(): LinkChoice | undefined {
    const key = this.configuration || this.chosen || 'default';
    return this.choices.find((one) => one.key === key) ?? (this.configuration ? undefined : this.choices[0]);
  }

  get #asksForFrame(): boolean {
    return this.#choice?.kind === 'time-frame';
  }

  #renderForm() {
    const choice = this.#choice;
    return html`
      <form novalidate @submit=${this.#submit}>
        ${this.conversationId ? html`<p class="muted">${this.#agent.t('link-generator.for-conversation')}</p>` : this.#renderName()}
        ${renderChoice(this.#agent, {
          choices: this.configuration ? [] : this.choices,
          choice,
          choose: (key) => this.#choose(key),
        })}
        ${this.#asksForFrame ? renderTimeFrame(this.#agent, this.#frame) : nothing}
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
    return renderResult(this.#agent, {
      link,
      outcome: this.outcome,
      sending: this.sending,
      send: link.conversationId === null ? null : () => this.#send(link),
      qr: this.qr,
      copy: () => void this.#copy(link.url),
      showQr: () => void this.#showQr(link),
      another: () => void this.#another(),
    });
  }

  async #readChoices(): Promise<void> {
    this.#choicesRead = true;
    this.#frame.propose(this.#agent.serverNow());
    // Without the list links of the default configuration can be made; the server says so where that is no good.
    const found = await this.#agent.session?.linkChoices().catch(() => null);
    this.choices = found?.choices ?? [];
  }

  #choose(key: string): void {
    this.chosen = key;
    this.problem = null;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.pending) return;
    const request = this.#request();
    if (!request) return void this.#focusProblem();
    void this.#agent.request(new LinkRequestEvent(request), () => this.#create(request));
  }

  /** What to ask for, or nothing where what was entered will not do. */
  #request(): CreateCallLinkRequest | null {
    const whose = this.#whose();
    const timeFrame = this.#asksForFrame ? this.#frame.read(this.#agent.serverNow()) : undefined;
    if (!whose || timeFrame === null) return null;
    const configuration = this.configuration || this.chosen || this.#choice?.key || '';
    return {
      ...whose,
      ...(configuration === '' || configuration === 'default' ? {} : { configuration }),
      ...(timeFrame ? { timeFrame } : {}),
    };
  }

  #whose(): Pick<CreateCallLinkRequest, 'conversationId' | 'displayName'> | null {
    if (this.conversationId) return { conversationId: this.conversationId };
    const given = this.name?.value ?? '';
    const parsed = DisplayName.safeParse(given);
    if (parsed.success) return { displayName: parsed.data };
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
      if (this.#list.links) void this.#list.read();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.send, .copy')?.focus();
    } catch (error) {
      if (asked === this.#asked) this.#refused(error);
    } finally {
      if (asked === this.#asked) this.pending = false;
    }
  }

  #refused(error: unknown): void {
    const code = problemCode(error);
    if (this.#frame.refuse(code, problemFields(error), problemOptions(error))) void this.#focusProblem();
    else this.problem = { code };
  }

  /** To the first thing that has to be put right. */
  async #focusProblem(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], .question input')?.focus();
  }

  async #copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.outcome = 'copied';
    } catch {
      this.outcome = 'copy-failed';
      this.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
    }
  }

  #send(link: CreatedCallLink): void {
    void this.#agent.request(new SendLinkRequestEvent(link), async (session) => {
      this.sending = true;
      const outcome = await session.sendLink(link).then(
        () => 'sent' as const,
        (error: unknown) => (notReachable.has(problemCode(error)) ? 'not-reachable' : 'not-sent'),
      );
      if (link !== this.link) return;
      this.sending = false;
      this.outcome = outcome;
      // What cannot be sent from here can be carried on: copying is the next thing to press.
      if (outcome === 'not-reachable') this.renderRoot.querySelector<HTMLElement>('.copy')?.focus();
    });
  }

  async #showQr(link: CreatedCallLink): Promise<void> {
    try {
      const qr = await qrPath(link.url);
      if (link === this.link) this.qr = qr;
    } catch {
      this.problem = { code: 'unreachable' };
    }
  }

  async #another(): Promise<void> {
    this.#reset();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input, select, button')?.focus();
  }

  #toggleList({ currentTarget }: Event): void {
    if ((currentTarget as HTMLDetailsElement).open) void this.#list.read();
    else this.#list.close();
  }

  async #revoke(link: CallLink): Promise<void> {
    await this.#agent.request(new RevokeLinkRequestEvent(link), async () => {
      if (!(await this.#list.revoke())) return;
      this.#agent.announce(this.#agent.t('link-list.revoked'));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('summary')?.focus();
    });
  }

  #reset(): void {
    this.#asked++;
    this.link = null;
    this.problem = null;
    this.outcome = null;
    this.sending = false;
    this.qr = null;
    this.pending = false;
    if (this.#choicesRead) this.#frame.propose(this.#agent.serverNow());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-call-link-generator': CcCallLinkGenerator;
  }
}
