import {
  CallController,
  CallErrorEvent,
  type CallSession,
  element,
  HangupRequestEvent,
  icon,
  nextTab,
  phoneForwardedIcon,
  ProviderController,
  refreshIcon,
  xIcon,
} from '@carillon/call';
import type { CallTransfer, TransferCallRequest, TransferKind } from '@carillon/contract';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { problemCode } from '../../session/problem-code.js';
import { AgentController } from '../agent-controller.js';
import {
  CancelTransferRequestEvent,
  CompleteTransferRequestEvent,
  JoinTransferRequestEvent,
  TransferRequestEvent,
} from '../events/agent-events.js';
import { transfer } from '../localize/en/transfer.js';
import { renderTalk } from './render-talk.js';
import { problemWords, renderTargets } from './render-targets.js';
import { TargetList, type TargetTab } from './target-list.js';
import { styles } from './transfer-dialog.styles.js';

const tabs: readonly TargetTab[] = ['agents', 'queues'];

/** Whether the two agents talk, with the customer or without. */
const isTalkedAbout = ({ state: at }: CallTransfer): boolean => at === 'consulting' || at === 'conference';

/**
 * Passes a call on: to an agent of its queue, who may accept or decline, at once or after talking to them, or to a queue
 * (TRA, TRQ). It stays open while it rings there and says why when it came to nothing. Closed, it is a line that tells of a
 * transfer that runs or has failed, with the ways on once two agents talk, and nothing otherwise.
 *
 * @element cc-transfer-dialog
 * @fires {TransferRequestEvent} cc-transfer-request - Before the call is passed on. Cancel it to keep the call.
 * @fires {CancelTransferRequestEvent} cc-cancel-transfer-request - Before a transfer that rings is taken back, or the other agent sent away.
 * @fires {JoinTransferRequestEvent} cc-join-transfer-request - Before the customer is let in while two agents talk.
 * @fires {CompleteTransferRequestEvent} cc-complete-transfer-request - Before the call is left to the other agent.
 * @fires {HangupRequestEvent} cc-hangup-request - Before the call is ended instead of being passed on.
 * @fires close - When the dialog has been closed.
 * @fires answered - When the question whether to end the call has been answered, or has become idle.
 * @csspart dialog - The dialog.
 * @csspart line - What is shown while it is closed.
 */
@element('cc-transfer-dialog')
export class CcTransferDialog extends LitElement {
  static override styles = styles;

  /** Whether the dialog is open. Set it to open or close. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** Shown in its place on the page instead of above it, for a host with a panel of its own. */
  @property({ type: Boolean, reflect: true }) inline = false;
  /** Asks whether to end the call for the customer, too, while it is being passed on. */
  @property({ type: Boolean, reflect: true, attribute: 'asks-hangup' }) asksHangup = false;

  @state() private tab: TargetTab = 'agents';
  @state() private chosen: TransferCallRequest | null = null;
  @state() private problem: string | null = null;
  /** The failed transfer that has been read. */
  @state() private dismissed: string | null = null;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  readonly #agent: AgentController = new AgentController(this);
  readonly #call: CallController = new CallController(this);
  readonly #words: ProviderController<typeof transfer> = new ProviderController(this, transfer);
  readonly #list: TargetList = new TargetList(
    () => this.#agent.session?.transferTargets(),
    () => this.requestUpdate(),
  );
  #live = false;
  #said: string | null = null;

  protected override willUpdate(): void {
    const phase = this.#call.snapshot?.phase;
    const live = phase !== undefined && phase !== 'ended';
    // With the call what was about to happen to it is over. A call that has not come yet is waited for.
    if (this.#live && !live) this.open = false;
    const running = this.#running;
    if (this.#live && this.asksHangup && !running) this.#answered();
    // Whoever talks to the other agent needs the call's own controls.
    if (running && isTalkedAbout(running)) this.open = false;
    this.#live = live;
    if (this.chosen && this.#list.targets && !this.#list.mayChoose(this.chosen)) this.chosen = null;
  }

  protected override render() {
    const running = this.#transfer;
    return html`
      ${this.open ? nothing : this.#renderLine(running)}
      ${this.inline ? this.#renderInline(running) : this.#renderModal(running)}
    `;
  }

  #renderModal(running: CallTransfer | null) {
    return html`<dialog part="dialog" class="dialog" aria-labelledby="heading" @close=${this.#closed}>
      ${this.open ? this.#renderDialog(running) : nothing}
    </dialog>`;
  }

  #renderInline(running: CallTransfer | null) {
    if (!this.open) return nothing;
    return html`<section part="dialog" class="dialog" aria-labelledby="heading" @keydown=${this.#escape}>
      ${this.#renderDialog(running)}
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.#show();
    if (changed.has('asksHangup') && this.asksHangup)
      this.renderRoot.querySelector<HTMLElement>('.question .keep')?.focus();
    this.#announce();
  }

  /** The transfer of the live call: running, or failed and not dismissed. */
  get #transfer(): CallTransfer | null {
    const call = this.#call.snapshot;
    const found = call && call.phase !== 'ended' ? call.record.transfer : null;
    return found?.state === 'failed' && found.id === this.dismissed ? null : found;
  }

  /** The transfer that is under way. */
  get #running(): CallTransfer | null {
    const found = this.#transfer;
    return found?.state === 'failed' ? null : found;
  }

  #show(): void {
    if (this.open) {
      if (this.dialog && !this.dialog.open) this.dialog.showModal();
      void this.#list.refresh();
    } else if (this.dialog?.open) this.dialog.close();
    else if (this.inline && this.hasUpdated && this.#list.targets) this.#closed();
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.open = false;
  };

  readonly #closed = (): void => {
    this.open = false;
    this.#list.forget();
    this.chosen = null;
    this.problem = null;
    this.dispatchEvent(new Event('close'));
  };

  #renderLine(running: CallTransfer | null) {
    if (!running) return nothing;
    if (this.asksHangup) return this.#renderQuestion();
    return html`
      <div part="line" class="line ${running.state}" role=${running.state === 'failed' ? 'alert' : 'status'}>
        <span class="wrap">${this.#sentence(running)}</span>
        ${
          this.problem
            ? html`<span class="wrap error" role="alert">${problemWords(this.#words, this.problem)}</span>`
            : nothing
        }
        <span class="buttons">${this.#renderWayOut(running)}</span>
      </div>
    `;
  }

  #renderWayOut(running: CallTransfer) {
    if (running.state === 'ringing') return this.#renderCancel();
    if (running.state === 'connecting') return nothing;
    if (isTalkedAbout(running)) return this.#renderTalk(running);
    return html`
      <button class="button" type="button" @click=${() => (this.open = true)}>
        ${this.#words.t('transfer.choose-again')}
      </button>
      <button class="button quiet" type="button" @click=${() => (this.dismissed = running.id)}>
        ${this.#words.t('transfer.dismiss')}
      </button>
    `;
  }

  #renderCancel() {
    const pending = this.#call.snapshot?.pending === 'cancel-transfer';
    return html`<button class="button" type="button" aria-disabled=${pending} @click=${this.#cancel}>
      ${this.#words.t('transfer.cancel')}
    </button>`;
  }

  #renderTalk({ state: at, toName: name }: CallTransfer) {
    return renderTalk({
      words: this.#words,
      name,
      conference: at === 'conference',
      pending: this.#call.snapshot?.pending != null,
      complete: () => void this.#ask(new CompleteTransferRequestEvent(), (session) => session.completeTransfer()),
      join: () => void this.#ask(new JoinTransferRequestEvent(), (session) => session.joinTransfer()),
      back: () => void this.#cancel(),
    });
  }

  #renderQuestion() {
    return html`
      <div part="line" class="line question" role="group" aria-labelledby="question">
        <p id="question">${this.#words.t('transfer.hang-up-question')}</p>
        <span class="buttons">
          <button class="button keep" type="button" @click=${this.#answered}>${this.#words.t('transfer.keep')}</button>
          <button class="button danger" type="button" @click=${this.#hangUp}>
            ${this.#words.t('transfer.hang-up')}
          </button>
        </span>
      </div>
    `;
  }

  #renderDialog(running: CallTransfer | null) {
    return html`
      <header>
        <h2 id="heading">${this.#words.t('transfer.heading')}</h2>
        <button
          class="button quiet round"
          type="button"
          aria-label=${this.#words.t('transfer.close')}
          title=${this.#words.t('transfer.close')}
          @click=${() => (this.open = false)}
        >
          ${icon(xIcon)}
        </button>
      </header>
      ${running && running.state !== 'failed' ? this.#renderProgress(running) : this.#renderChoice(running)}
    `;
  }

  #renderProgress(running: CallTransfer) {
    return html`
      <div class="progress" role="status">
        <span class="mark" data-state=${running.state} aria-hidden="true">${icon(phoneForwardedIcon)}</span>
        <p class="wrap">${this.#sentence(running)}</p>
      </div>
      ${this.problem ? html`<p class="error problem" role="alert">${problemWords(this.#words, this.problem)}</p>` : nothing}
      <footer>${running.state === 'ringing' ? this.#renderCancel() : nothing}</footer>
    `;
  }

  #renderChoice(failed: CallTransfer | null) {
    const pending = this.#call.snapshot?.pending === 'transfer';
    const warning = this.problem ? problemWords(this.#words, this.problem) : failed ? this.#sentence(failed) : null;
    return html`
      ${warning ? html`<p class="warning" role="alert">${warning}</p>` : nothing}
      <div class="tabs" role="tablist" @keydown=${this.#moveTab}>${tabs.map((tab) => this.#renderTab(tab))}</div>
      <div class="panel" role="tabpanel" aria-labelledby=${`tab-${this.tab}`}>
        <div class="tools">
          <input
            class="input"
            type="search"
            autocomplete="off"
            dir="auto"
            aria-label=${this.#words.t('transfer.search')}
            placeholder=${this.#words.t('transfer.search')}
            .value=${this.#list.search}
            @input=${(event: InputEvent) => (this.#list.search = (event.target as HTMLInputElement).value)}
          />
          <button
            class="button quiet round refresh"
            type="button"
            aria-label=${this.#words.t('transfer.refresh')}
            title=${this.#words.t('transfer.refresh')}
            aria-disabled=${this.#list.reading}
            @click=${() => void this.#refresh()}
          >
            ${icon(refreshIcon)}
          </button>
        </div>
        ${renderTargets({
          agent: this.#agent,
          words: this.#words,
          list: this.#list,
          tab: this.tab,
          chosen: this.chosen,
          choose: (target) => (this.chosen = target),
        })}
      </div>
      <footer>
        ${
          this.tab === 'agents'
            ? html`<button
                class="button consult"
                type="button"
                ?disabled=${this.chosen === null}
                aria-disabled=${pending}
                @click=${() => void this.#start('warm')}
              >
                ${this.#words.t('transfer.consult')}
              </button>`
            : nothing
        }
        <button
          class="button primary"
          type="button"
          ?disabled=${this.chosen === null}
          aria-disabled=${pending}
          @click=${() => void this.#start('cold')}
        >
          ${this.#words.t(pending ? 'transfer.starting' : 'transfer.start')}
        </button>
      </footer>
    `;
  }

  #renderTab(tab: TargetTab) {
    const queue = this.#list.targets?.queueName ?? this.#agent.desk?.call?.queueName ?? '';
    const on = tab === this.tab;
    return html`<button
      id=${`tab-${tab}`}
      class="tab"
      type="button"
      role="tab"
      aria-selected=${on}
      tabindex=${on ? 0 : -1}
      @click=${() => this.#choose(tab)}
    >
      ${tab === 'agents' ? this.#words.t('transfer.agents', { queue }) : this.#words.t('transfer.queues')}
    </button>`;
  }

  #sentence({ state: at, kind, toName: name, reason }: CallTransfer): string {
    if (at === 'failed') return this.#words.t(`transfer.failed-${reason ?? 'missed'}`, { name });
    if (at === 'ringing' && kind === 'warm') return this.#words.t('transfer.ringing-warm', { name });
    return this.#words.t(`transfer.${at}`, { name });
  }

  /** What a running transfer comes to is said wherever the agent is; while it is chosen, the list says it. */
  #announce(): void {
    const running = this.#transfer;
    const said = running ? `${running.id} ${running.state}` : null;
    if (said === this.#said) return;
    this.#said = said;
    if (running) this.#agent.announce(this.#sentence(running), running.state === 'failed' ? 'assertive' : 'polite');
    if (running?.state === 'failed' && this.open) void this.#list.refresh();
  }

  #choose(tab: TargetTab): void {
    this.tab = tab;
    this.chosen = null;
  }

  #moveTab(event: KeyboardEvent): void {
    const next = nextTab(tabs, this.tab, event.key, getComputedStyle(this).direction === 'rtl');
    if (!next) return;
    event.preventDefault();
    this.#choose(next);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  }

  async #refresh(): Promise<void> {
    if (await this.#list.refresh()) this.#agent.announce(this.#words.t('transfer.refreshed'));
  }

  async #start(kind: TransferKind): Promise<void> {
    if (!this.chosen) return;
    const target = this.chosen.to === 'agent' ? { ...this.chosen, kind } : this.chosen;
    await this.#ask(new TransferRequestEvent(target), (session) => session.transfer(target));
  }

  readonly #cancel = (): Promise<void> =>
    this.#ask(new CancelTransferRequestEvent(), (session) => session.cancelTransfer());

  /** Does something about the transfer unless something is under way already or the page objects. */
  async #ask(request: Event, act: (session: CallSession) => Promise<void>): Promise<void> {
    const { session } = this.#call;
    if (!session || session.snapshot.pending !== null || !this.dispatchEvent(request)) return;
    await this.#try(() => act(session));
  }

  /** The question is answered; whoever asked it is told. */
  readonly #answered = (): void => {
    this.asksHangup = false;
    this.dispatchEvent(new Event('answered'));
  };

  readonly #hangUp = (): void => {
    this.#answered();
    this.#call.request(new HangupRequestEvent(), (session) => session.hangup());
  };

  async #try(act: () => Promise<void>): Promise<void> {
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.problem = problemCode(error);
      this.dispatchEvent(new CallErrorEvent(this.problem));
      if (this.open) void this.#list.refresh();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-transfer-dialog': CcTransferDialog;
  }
}
