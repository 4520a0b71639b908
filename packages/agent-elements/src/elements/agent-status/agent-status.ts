import { element } from '@carillon/call';
import type { Agent, AgentStatus } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DeskSnapshot } from '../../session/desk-snapshot.js';
import { AgentController } from '../agent-controller.js';
import { StatusRequestEvent, TakeOverRequestEvent } from '../events/agent-events.js';
import { styles } from './agent-status.styles.js';

const statuses: readonly AgentStatus[] = ['active', 'away', 'busy', 'offline'];

/**
 * The agent's status: what the agent chose, and beside it what the system makes of it (ringing, in a call, wrapping
 * up …). A status chosen during a call comes into force afterwards and says so. The choice is a native radio group; a
 * choice that the server refuses falls back to what is true.
 *
 * @element cc-agent-status
 * @fires {StatusRequestEvent} cc-status-request - Before the status changes. Cancel it to keep the status.
 * @fires {TakeOverRequestEvent} cc-take-over-request - Before this tab takes over from another.
 * @csspart group - The radio group.
 * @csspart state - What the system makes of the status.
 */
@element('cc-agent-status')
export class CcAgentStatus extends LitElement {
  static override styles = styles;

  readonly #agent: AgentController = new AgentController(this);
  /** What was chosen last and is not answered yet. The state beside the choice tells what is true. */
  #wish: AgentStatus | null = null;
  #asking = false;

  protected override render() {
    const { desk } = this.#agent;
    if (!desk) return nothing;
    if (!desk.agent) return desk.connection === 'refused' ? this.#renderRefused() : nothing;
    const chosen = this.#wish ?? desk.agent.nextStatus ?? desk.agent.status;
    return html`
      <div class="layout">
        <fieldset part="group">
          <legend class="visually-hidden">${this.#agent.t('agent-status.label')}</legend>
          ${statuses.map((status) => this.#renderChoice(status, chosen, desk))}
        </fieldset>
        <p part="state" role="status">${this.#renderState(desk, desk.agent)}</p>
        ${this.#hasMissed(desk.agent) && desk.connection === 'live' ? this.#renderReady() : nothing}
        ${desk.leader === false ? this.#renderElsewhere() : nothing}
      </div>
    `;
  }

  #renderChoice(status: AgentStatus, chosen: AgentStatus, desk: DeskSnapshot) {
    return html`
      <label data-status=${status}>
        <input
          type="radio"
          name="status"
          value=${status}
          .checked=${live(status === chosen)}
          ?disabled=${desk.connection === 'refused'}
          @change=${() => void this.#choose(status)}
        />
        <span class="mark" aria-hidden="true"></span>
        <span class="name">${this.#agent.t(`agent-status.${status}`)}</span>
      </label>
    `;
  }

  #renderState({ connection, leader }: DeskSnapshot, { availability, status, nextStatus }: Agent) {
    if (connection === 'refused') return this.#renderRefused();
    if (connection === 'reconnecting' && leader !== false)
      return html`<span class="warn">${this.#agent.t('agent-status.reconnecting')}</span>`;
    // The choice says it already.
    if (availability === status && nextStatus === null) return nothing;
    const now = this.#agent.t(`availability.${availability}`);
    const next =
      nextStatus && this.#agent.t('agent-status.next', { status: this.#agent.t(`agent-status.${nextStatus}`) });
    return html`<span data-availability=${availability}>${now}</span>${next ? html`<span>, ${next}</span>` : nothing}`;
  }

  #renderRefused() {
    return html`<span class="bad">${this.#agent.t('agent-status.refused')}</span>`;
  }

  /** Somebody missed a call and is asked last until they say that they are there (spec §3.3). */
  #hasMissed({ availability, status, nextStatus }: Agent): boolean {
    return availability === 'missed' && status === 'active' && nextStatus === null;
  }

  #renderReady() {
    return html`<button class="ready" type="button" @click=${() => void this.#ready()}>
      ${this.#agent.t('agent-status.ready')}
    </button>`;
  }

  #renderElsewhere() {
    return html`
      <p class="elsewhere">
        <span>${this.#agent.t('agent-status.elsewhere')}</span>
        <button type="button" @click=${this.#takeOver}>${this.#agent.t('agent-status.take-over')}</button>
      </p>
    `;
  }

  async #choose(status: AgentStatus): Promise<void> {
    this.#wish = status;
    // Arrow keys choose faster than a server answers: one question at a time, and the last choice is always asked.
    if (this.#asking) return;
    this.#asking = true;
    while (this.#wish !== null) {
      const wish: AgentStatus = this.#wish;
      await this.#agent.request(new StatusRequestEvent(wish), (session) => session.setStatus(wish));
      if (this.#wish === wish) this.#wish = null;
    }
    this.#asking = false;
    this.requestUpdate();
  }

  /** The choice stays and the button goes: whoever pressed it by keyboard goes on at the choice. */
  async #ready(): Promise<void> {
    await this.#choose('active');
    await this.updateComplete;
    if (!this.renderRoot.querySelector('.ready')) this.renderRoot.querySelector<HTMLElement>(':checked')?.focus();
  }

  #takeOver(): void {
    void this.#agent.request(new TakeOverRequestEvent(), (session) => session.takeOver());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-agent-status': CcAgentStatus;
  }
}
