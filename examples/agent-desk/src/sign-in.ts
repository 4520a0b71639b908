import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DeskConfig } from './desk-config.js';
import { deskStyles } from './desk-styles.js';

/** Chooses which demo agent to be. Reports it as `desk-sign-in` with the agent's key. */
@customElement('desk-sign-in')
export class DeskSignIn extends LitElement {
  static override styles = [
    deskStyles,
    css`
      :host {
        min-block-size: 100%;
        display: grid;
        place-items: center;
        padding: 24px 16px;
      }
      section {
        inline-size: min(360px, 100%);
        padding: 32px 24px 24px;
        border: 1px solid var(--desk-line);
        border-radius: 12px;
        background: var(--desk-panel);
        display: grid;
        gap: 16px;
      }
      h1 {
        font-size: 20px;
        line-height: 1.2;
        font-weight: 600;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      li button {
        display: flex;
        align-items: center;
        gap: 12px;
        inline-size: 100%;
        min-block-size: 56px;
        padding: 8px 12px;
        border: 1px solid var(--desk-line);
        border-radius: 8px;
        background: none;
        text-align: start;
        font-weight: 500;
      }
      li button:hover {
        background: var(--desk-tint);
      }
      .mark {
        display: grid;
        place-items: center;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 50%;
        background: var(--desk-tint);
        color: var(--desk-accent);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) agents: DeskConfig['agents'] = [];
  @property() problem = '';

  protected override render() {
    return html`
      <main>
        <section>
          <h1>Agent desk</h1>
          <p class="muted">Who works here today?</p>
          <ul>
            ${this.agents.map(
              ({ key, name }) => html`
                <li>
                  <button type="button" @click=${() => this.#choose(key)}>
                    <span class="mark" aria-hidden="true">${name.slice(0, 1).toUpperCase()}</span>${name}
                  </button>
                </li>
              `,
            )}
          </ul>
          ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
        </section>
      </main>
    `;
  }

  #choose(key: string): void {
    this.dispatchEvent(new CustomEvent('desk-sign-in', { detail: key, bubbles: true, composed: true }));
  }
}
