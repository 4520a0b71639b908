import type { AgentAccount, Queue } from '@carillon/contract';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from './admin-api.js';
import { adminStyles } from './admin-styles.js';
import './agent-form.js';
import type { AgentForm } from './agent-form.js';
import { renderAgents, renderQueues } from './render-lists.js';
import './queue-form.js';
import type { QueueForm } from './queue-form.js';

type Part = 'queues' | 'agents';

/** Where a company is set up: its queues and who works in them. Reports `desk-leave-admin`. */
@customElement('desk-admin')
export class AdminPage extends LitElement {
  static override styles = [
    ...adminStyles,
    css`
      :host {
        block-size: 100dvh;
        overflow: auto;
      }
      header {
        display: flex;
        align-items: center;
        gap: 12px;
        min-block-size: 56px;
        padding: 8px 16px;
        border-block-end: 1px solid var(--desk-line);
        background: var(--desk-panel);
      }
      h1 {
        font-size: 16px;
        font-weight: 600;
      }
      .rings {
        margin-inline-start: auto;
        font-weight: 500;
      }
      main {
        max-inline-size: 880px;
        margin-inline: auto;
        padding: 20px 16px 48px;
      }
      .parts {
        display: inline-flex;
        gap: 4px;
        padding: 4px;
        border-radius: 10px;
        background: var(--desk-raised);
      }
      .parts button {
        min-block-size: 32px;
        padding-inline: 14px;
        border: 0;
        border-radius: 7px;
        background: none;
      }
      .parts [aria-pressed='true'] {
        background: var(--desk-panel);
        font-weight: 600;
        box-shadow: 0 1px 3px rgb(0 0 0 / 0.16);
      }
      .said {
        min-block-size: 20px;
        margin-block-end: 8px;
        color: var(--desk-muted);
      }
      @media (forced-colors: active) {
        .parts [aria-pressed='true'] {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false }) api!: AdminApi;
  /** A call rings at this agent meanwhile. */
  @property({ type: Boolean }) ringing = false;
  @state() private shownPart: Part = 'queues';
  @state() private queues: readonly Queue[] | null = null;
  @state() private agents: readonly AgentAccount[] = [];
  @state() private failure = '';
  @state() private said = '';
  @query('desk-queue-form') private queueForm!: QueueForm;
  @query('desk-agent-form') private agentForm!: AgentForm;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render() {
    return html`
      <header>
        <h1>Administration</h1>
        <p class="rings" role="status">${this.ringing ? 'Your phone is ringing.' : ''}</p>
        <button class=${this.ringing ? 'button primary' : 'button'} type="button" @click=${this.#leave}>
          Back to the desk
        </button>
      </header>
      <main>
        <div class="bar">
          <div class="parts" role="group" aria-label="What to set up">
            ${this.#renderPart('queues', 'Queues')}${this.#renderPart('agents', 'Agents')}
          </div>
          <button class="button primary" type="button" @click=${() => this.#edit(null)}>
            ${this.shownPart === 'queues' ? 'New queue' : 'New agent'}
          </button>
        </div>
        <p class="said" role="status">${this.said}</p>
        ${this.#renderList()}
      </main>
      <desk-queue-form .api=${this.api} @desk-saved=${this.#saved}></desk-queue-form>
      <desk-agent-form .api=${this.api} .queues=${this.queues ?? []} @desk-saved=${this.#saved}></desk-agent-form>
    `;
  }

  #renderPart(part: Part, label: string) {
    return html`<button type="button" aria-pressed=${this.shownPart === part} @click=${() => (this.shownPart = part)}>
      ${label}
    </button>`;
  }

  #renderList() {
    if (this.failure)
      return html`<div class="state" role="alert">
        <p>${this.failure}</p>
        <button class="button" type="button" @click=${() => void this.#load()}>Try again</button>
      </div>`;
    const { queues, agents } = this;
    if (!queues) return html`<p class="state" role="status">Loading…</p>`;
    return this.shownPart === 'queues'
      ? renderQueues(queues, (queue) => this.#edit(queue))
      : renderAgents(agents, queues, (agent) => this.#edit(agent));
  }

  #edit(item: Queue | AgentAccount | null): void {
    if (this.shownPart === 'queues') void this.queueForm.open(item as Queue | null);
    else void this.agentForm.open(item as AgentAccount | null);
  }

  readonly #saved = (event: CustomEvent<string>): void => {
    this.said = event.detail;
    void this.#load();
  };

  async #load(): Promise<void> {
    this.failure = '';
    try {
      [this.queues, this.agents] = await Promise.all([this.api.queues(), this.api.agents()]);
    } catch (error) {
      this.failure = sayError(error);
    }
  }

  #leave(): void {
    this.dispatchEvent(new CustomEvent('desk-leave-admin', { bubbles: true, composed: true }));
  }
}
