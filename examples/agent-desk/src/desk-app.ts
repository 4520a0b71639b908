import { linkServerAdapter } from '@carillon/agent-elements';
import type { HostAdapter } from '@carillon/call';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fetchDemoToken } from './demo-token.js';
import { readDeskConfig, type DeskConfig } from './desk-config.js';
import { deskStyles } from './desk-styles.js';
import { AdminApi } from './admin/admin-api.js';
import './admin/admin-page.js';
import './desk-page.js';
import './sign-in.js';

/** The CRM: who is signed in, and with which server. Everything below it works with the call elements. */
@customElement('desk-app')
export class DeskApp extends LitElement {
  static override styles = [
    deskStyles,
    css`
      :host,
      cc-provider {
        display: block;
        block-size: 100%;
      }
    `,
  ];

  @state() private config: DeskConfig | null = null;
  @state() private adapter: HostAdapter | null = null;
  @state() private problem = '';
  /** Of somebody who may administer. */
  @state() private admin: AdminApi | null = null;
  @state() private administers = false;
  @state() private ringing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open();
  }

  protected override render() {
    if (this.adapter)
      return html`
        <cc-provider .adapter=${this.adapter}>
          <desk-page
            ?hidden=${this.administers}
            .admin=${this.admin !== null}
            @desk-sign-out=${this.#signOut}
            @desk-open-admin=${() => (this.administers = true)}
            @desk-ringing=${(event: CustomEvent<boolean>) => (this.ringing = event.detail)}
          ></desk-page>
          ${
            this.admin && this.administers
              ? html`<desk-admin
                  .api=${this.admin}
                  ?ringing=${this.ringing}
                  @desk-leave-admin=${() => (this.administers = false)}
                ></desk-admin>`
              : nothing
          }
        </cc-provider>
      `;
    if (!this.config && !this.problem) return nothing;
    return html`
      <desk-sign-in
        .agents=${this.config?.agents ?? []}
        problem=${this.problem}
        @desk-sign-in=${(event: CustomEvent<string>) => this.#signIn(event.detail)}
      ></desk-sign-in>
    `;
  }

  async #open(): Promise<void> {
    try {
      this.config = await readDeskConfig();
      const agent = new URL(document.URL).searchParams.get('agent');
      if (agent) await this.#signIn(agent);
    } catch (error) {
      this.problem = error instanceof Error ? error.message : 'The desk could not be opened.';
    }
  }

  async #signIn(agent: string): Promise<void> {
    const { config } = this;
    if (!config) return;
    this.problem = '';
    const token = () => fetchDemoToken(config.server, agent);
    try {
      // Asked once beforehand, so that a name that is not known is said here.
      const first = token();
      await first;
      let fresh: Promise<string> | null = first;
      this.#remember(agent);
      this.adapter = linkServerAdapter({
        server: config.server,
        token: () => {
          const given = fresh ?? token();
          fresh = null;
          return given;
        },
      });
      const api = await AdminApi.open(config.server, await token());
      this.admin = api.role === 'admin' ? api : null;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : 'The server cannot be reached.';
    }
  }

  #signOut(): void {
    void this.admin?.close();
    this.adapter = this.admin = null;
    this.administers = false;
    this.#remember(null);
  }

  /** A reload stays signed in: the demo keeps the agent's key in the address. */
  #remember(agent: string | null): void {
    const url = new URL(document.URL);
    if (agent === null) url.searchParams.delete('agent');
    else url.searchParams.set('agent', agent);
    history.replaceState(null, '', url);
  }
}
