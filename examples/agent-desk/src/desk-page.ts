import { AgentController, type NewLinkRequestEvent } from '@carillon/agent-elements';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { styles } from './desk-page.styles.js';
import { icons } from './icons.js';
import './link-dialog.js';
import type { LinkDialog } from './link-dialog.js';
import './work-pane.js';

type Tab = 'work' | 'conversation' | 'call';

const tabs: readonly { readonly tab: Tab; readonly label: string; readonly icon: unknown }[] = [
  { tab: 'work', label: 'Work', icon: icons.list },
  { tab: 'conversation', label: 'Conversation', icon: icons.thread },
  { tab: 'call', label: 'Call', icon: icons.phone },
];

/** The signed-in page: header, work list, conversation, call. On a phone one of the three at a time. */
@customElement('desk-page')
export class DeskPage extends LitElement {
  static override styles = styles;

  /** Whether this person may set the company up. Reports `desk-open-admin`. */
  @property({ type: Boolean }) admin = false;
  @state() private tab: Tab = 'work';
  @state() private selected: string | null = null;
  @state() private settings = false;

  readonly #agent: AgentController = new AgentController(this);
  #shownCall: string | null = null;
  #ringing = false;

  protected override willUpdate(): void {
    const call = this.#agent.desk?.call;
    const ringing = Boolean(this.#agent.desk?.offer);
    if (ringing !== this.#ringing) {
      this.#ringing = ringing;
      this.dispatchEvent(new CustomEvent('desk-ringing', { detail: ringing, bubbles: true, composed: true }));
    }
    // The agent answered: what the call is about comes to the middle.
    if (call && call.id !== this.#shownCall && call.state !== 'ended') {
      this.#shownCall = call.id;
      this.selected = call.conversationId;
      this.tab = 'call';
    }
  }

  protected override render() {
    const desk = this.#agent.desk;
    const busy = Boolean(desk?.offer ?? desk?.wrapUp ?? (desk?.call && desk.call.state !== 'ended'));
    return html`
      <header>
        <h1>Agent desk</h1>
        <span class="name">${desk?.agent?.name}</span>
        <cc-agent-status></cc-agent-status>
        <button
          class="icon"
          type="button"
          aria-label="Sound and camera"
          title="Sound and camera"
          aria-haspopup="dialog"
          @click=${() => (this.settings = true)}
        >
          ${icons.headphones}
        </button>
        ${this.admin ? this.#renderAdmin() : nothing}
        <button class="icon" type="button" aria-label="Log out" title="Log out" @click=${() => void this.#signOut()}>
          ${icons.exit}
        </button>
      </header>
      <div
        class="columns"
        data-tab=${this.tab}
        ?data-ringing=${Boolean(desk?.offer)}
        @cc-new-link-request=${({ conversationId }: NewLinkRequestEvent) => this.#openLink(conversationId)}
      >
        <section class="work" aria-label="Work, callbacks and people">
          <desk-work
            .selected=${this.selected}
            @desk-select=${(event: CustomEvent<string>) => this.#select(event.detail)}
          ></desk-work>
        </section>
        <main>
          ${
            this.selected === null
              ? html`<p class="state">Select a conversation.</p>`
              : html`<cc-conversation conversation-id=${this.selected}></cc-conversation>`
          }
        </main>
        <aside aria-label="Call">
          <cc-incoming-call></cc-incoming-call>
          <cc-call-window></cc-call-window>
          <cc-wrapup></cc-wrapup>
          <p class="idle" ?hidden=${busy}>No call right now. A new one rings here.</p>
        </aside>
      </div>
      <nav aria-label="Parts of the desk">
        ${tabs.map(
          ({ tab, label, icon }) => html`
            <button
              type="button"
              aria-current=${tab === this.tab ? 'page' : 'false'}
              ?data-busy=${tab === 'call' && busy}
              @click=${() => (this.tab = tab)}
            >
              ${icon}<span>${label}</span>
            </button>
          `,
        )}
      </nav>
      <desk-link-dialog></desk-link-dialog>
      <cc-settings-dialog ringer ?open=${this.settings} @close=${() => (this.settings = false)}></cc-settings-dialog>
    `;
  }

  #renderAdmin() {
    return html`<button
      class="icon"
      type="button"
      aria-label="Administration"
      title="Administration"
      @click=${() => this.dispatchEvent(new CustomEvent('desk-open-admin', { bubbles: true, composed: true }))}
    >
      ${icons.settings}
    </button>`;
  }

  #select(conversationId: string): void {
    this.selected = conversationId;
    this.tab = 'conversation';
  }

  #openLink(conversationId: string | null): void {
    void this.renderRoot.querySelector<LinkDialog>('desk-link-dialog')?.open(conversationId);
  }

  async #signOut(): Promise<void> {
    await this.#agent.session?.logOut();
    this.dispatchEvent(new CustomEvent('desk-sign-out', { bubbles: true, composed: true }));
  }
}
