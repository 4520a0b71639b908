import { AgentController } from '@carillon/agent-elements';
import type { Person } from '@carillon/contract';
import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { styles } from './people-list.styles.js';
import { SessionWatch } from './session-watch.js';

const holds = (text: string, part: string) => text.toLocaleLowerCase().includes(part.toLocaleLowerCase());

/** Everybody the company knows, to search. */
@customElement('desk-people-list')
export class DeskPeople extends LitElement {
  static override styles = styles;

  @state() private search = '';
  @state() private people: readonly Person[] | null = null;
  @state() private failed = false;

  readonly #agent: AgentController = new AgentController(this);

  constructor() {
    super();
    new SessionWatch(this, this.#agent, () => void this.#load());
  }

  protected override render() {
    return html`
      <div class="top">
        <input
          type="search"
          aria-label="Search people"
          placeholder="Search people"
          .value=${this.search}
          @input=${(event: InputEvent) => (this.search = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${this.failed ? this.#renderFailed() : this.people ? this.#renderRows(this.people) : this.#renderLoading()}
    `;
  }

  #renderRows(people: readonly Person[]) {
    const rows = people.filter(({ name, numbers }) => holds(`${name} ${numbers.join(' ')}`, this.search));
    if (rows.length === 0)
      return html`<div class="state"><p>${this.search ? 'Nobody found.' : 'Nobody here yet.'}</p></div>`;
    return html`
      <ul>
        ${rows.map(
          ({ name, numbers }) => html`
            <li>
              <span class="title"><bdi>${name}</bdi></span>
              <span class="muted number" dir="ltr">${numbers.join(', ') || 'no number'}</span>
            </li>
          `,
        )}
      </ul>
    `;
  }

  #renderLoading() {
    return html`
      <div class="skeleton" role="status" aria-label="Loading">${[1, 2, 3].map(() => html`<span></span>`)}</div>
    `;
  }

  #renderFailed() {
    return html`
      <div class="state" role="alert">
        <p>The list could not be loaded.</p>
        <button class="button" type="button" @click=${() => void this.#load()}>Try again</button>
      </div>
    `;
  }

  async #load(): Promise<void> {
    const { session } = this.#agent;
    if (!session) return;
    this.failed = false;
    try {
      ({ people: this.people } = await session.desk.people.list());
    } catch {
      this.failed = true;
    }
  }
}
