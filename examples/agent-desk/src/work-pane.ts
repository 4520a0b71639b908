import type { CallbackChosenEvent, ConversationChosenEvent } from '@carillon/agent-elements';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './people-list.js';
import { styles } from './work-pane.styles.js';

type View = 'work' | 'callbacks' | 'people';

/** What there is to do and whom the company knows. Reports `desk-select`. */
@customElement('desk-work')
export class DeskWork extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) selected: string | null = null;
  @state() private view: View = 'work';

  protected override render() {
    return html`
      <div class="views" role="group" aria-label="View">
        ${this.#renderView('work', 'Work')}${this.#renderView('callbacks', 'Callbacks')}${this.#renderView('people', 'People')}
      </div>
      ${this.view === 'callbacks' ? this.#renderCallbacks() : this.view === 'work' ? this.#renderWork() : html`<desk-people-list></desk-people-list>`}
    `;
  }

  #renderView(view: View, label: string) {
    return html`
      <button type="button" aria-pressed=${this.view === view} @click=${() => (this.view = view)}>${label}</button>
    `;
  }

  #renderWork() {
    return html`<cc-work-list
      .selected=${this.selected}
      @cc-conversation-chosen=${({ conversationId }: ConversationChosenEvent) => this.#report('desk-select', conversationId)}
    ></cc-work-list>`;
  }

  #renderCallbacks() {
    return html`<cc-callback-list
      @cc-callback-chosen=${({ callback }: CallbackChosenEvent) => this.#report('desk-select', callback.conversationId)}
    ></cc-callback-list>`;
  }

  #report(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
