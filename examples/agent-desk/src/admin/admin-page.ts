import type { AgentAccount, Queue } from '@carillon/contract';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from './admin-api.js';
import { adminStyles } from './admin-styles.js';
import './agent-form.js';
import type { AgentForm } from './agent-form.js';
import './links/links-part.js';
import type { LinksPart } from './links/links-part.js';
import { renderAgents, renderQueues } from './render-lists.js';
import './people-part.js';
import type { PeoplePart } from './people-part.js';
import './queue-form.js';
import type { QueueForm } from './queue-form.js';
import './settings-part.js';

type Part = 'queues' | 'agents' | 'people' | 'links' | 'settings';

const parts: readonly { readonly part: Part; readonly label: string; readonly add?: string }[] = [
  { part: 'queues', label: 'Queues', add: 'New queue' },
  { part: 'agents', label: 'Agents', add: 'New agent' },
  { part: 'people', label: 'People', add: 'New person' },
  { part: 'links', label: 'Call links', add: 'New configuration' },
  { part: 'settings', label: 'Settings' },
];

/** Where a company is set up: its queues, who works in them, whom it knows, what holds for all. Reports `desk-leave-admin`. */
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
      }
      main.wide {
        max-inline-size: 1180px;
      }
      main {
        margin-inline: auto;
        padding: 20px 16px 48px;
      }
      header .button {
        white-space: nowrap;
      }
      .parts {
        display: flex;
        gap: 2px;
        padding: 4px;
        border-radius: 10px;
        background: var(--desk-raised);
      }
      .parts button {
        min-block-size: 32px;
        padding-inline: clamp(8px, 2.5vw, 14px);
        border: 0;
        border-radius: 7px;
        white-space: nowrap;
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
      @media (max-width: 360px) {
        header {
          gap: 4px;
          padding-inline: 12px;
        }
        header .button {
          padding-inline: 10px;
        }
        .parts {
          flex-wrap: wrap;
        }
        .parts button {
          padding-inline: 7px;
        }
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
  /** Something is changed on a page of its own. */
  @state() private editing = false;
  @query('desk-people') private people!: PeoplePart | null;
  @query('desk-links') private links!: LinksPart | null;

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
      <main class=${this.shownPart === 'links' ? 'wide' : ''}>
        <div class="bar">
          <div class="parts" role="group" aria-label="What to set up">
            ${parts.map(({ part, label }) => this.#renderPart(part, label))}
          </div>
          ${this.#renderAdd()}
        </div>
        <p class="said" role="status">${this.said}</p>
        <div @desk-saved=${this.#saved}>${this.#renderShown()}</div>
      </main>
      <desk-queue-form .api=${this.api} @desk-saved=${this.#saved}></desk-queue-form>
      <desk-agent-form .api=${this.api} .queues=${this.queues ?? []} @desk-saved=${this.#saved}></desk-agent-form>
    `;
  }

  #renderPart(part: Part, label: string) {
    return html`<button type="button" aria-pressed=${this.shownPart === part} @click=${() => this.#show(part)}>
      ${label}
    </button>`;
  }

  #renderAdd() {
    const add = parts.find(({ part }) => part === this.shownPart)?.add;
    return add === undefined || this.editing
      ? nothing
      : html`<button class="button primary" type="button" @click=${() => this.#add()}>${add}</button>`;
  }

  #renderShown() {
    if (this.shownPart === 'people') return html`<desk-people .api=${this.api}></desk-people>`;
    if (this.shownPart === 'links')
      return html`<desk-links
        .api=${this.api}
        .queues=${this.queues ?? []}
        @desk-editing=${(event: CustomEvent<boolean>) => (this.editing = event.detail)}
      ></desk-links>`;
    if (this.shownPart === 'settings') return html`<desk-settings .api=${this.api}></desk-settings>`;
    return this.#renderList();
  }

  #add(): void {
    if (this.shownPart === 'people') this.people?.add();
    else if (this.shownPart === 'links') this.links?.add();
    else this.#edit(null);
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

  #show(part: Part): void {
    this.shownPart = part;
    this.editing = false;
    this.said = '';
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
