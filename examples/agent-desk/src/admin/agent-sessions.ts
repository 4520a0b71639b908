import type { OpenSession } from '@carillon/contract';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sayError, type AdminApi } from './admin-api.js';
import { adminStyles } from './admin-styles.js';

const opened = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A browser's own words in a few that a person knows: "Firefox on Linux". */
export function deviceName(words: string): string {
  const browser = /(Edg|Firefox|OPR|Chrome|Safari)/.exec(words)?.[1] ?? 'Unknown browser';
  const system = /(Android|iPhone|iPad|Windows|Mac OS|Linux)/.exec(words)?.[1];
  const name = { Edg: 'Edge', OPR: 'Opera' }[browser] ?? browser;
  return system ? `${name} on ${system}` : name;
}

/** Where an agent is signed in, and the way to end all of it: a phone that was lost, somebody who has left. */
@customElement('desk-agent-sessions')
export class AgentSessions extends LitElement {
  static override styles = adminStyles;

  @property({ attribute: false }) api!: AdminApi;
  @property() agentId = '';
  @state() private sessions: readonly OpenSession[] | null = null;
  @state() private failure = '';
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#run(() => Promise.resolve());
  }

  protected override render() {
    return html`
      <fieldset>
        <legend>Signed in</legend>
        ${this.#renderList()}
        <p class="error" role="alert" ?hidden=${!this.failure}>${this.failure}</p>
      </fieldset>
    `;
  }

  #renderList() {
    const { sessions } = this;
    if (!sessions) return this.failure ? nothing : html`<p class="hint" role="status">Loading…</p>`;
    if (sessions.length === 0) return html`<p class="hint" role="status">Nowhere just now.</p>`;
    return html`
      <ul class="sessions">
        ${sessions.map(
          ({ device, openedAt }) =>
            html`<li>${deviceName(device)} <span class="muted">since ${opened.format(openedAt)}</span></li>`,
        )}
      </ul>
      <div class="actions">
        <button class="button danger" type="button" aria-disabled=${this.busy} @click=${this.#signOut}>
          Sign out everywhere
        </button>
      </div>
    `;
  }

  #signOut(): void {
    void this.#run(() => this.api.signOutAgent(this.agentId));
  }

  async #run(act: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = '';
    try {
      await act();
      this.sessions = await this.api.sessionsOf(this.agentId);
    } catch (error) {
      this.failure = sayError(error);
    } finally {
      this.busy = false;
    }
  }
}
