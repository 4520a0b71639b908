import type { CcCallLinkGenerator } from '@carillon/agent-elements';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { deskStyles } from './desk-styles.js';
import { icons } from './icons.js';

/** A dialog around `<cc-call-link-generator>`, for a guest or for one conversation. */
@customElement('desk-link-dialog')
export class LinkDialog extends LitElement {
  static override styles = [
    deskStyles,
    css`
      dialog {
        inline-size: min(440px, calc(100vw - 32px));
        padding: 0;
        border: 1px solid var(--desk-line);
        border-radius: 12px;
        background: var(--desk-panel);
        color: inherit;
        box-shadow: 0 16px 48px rgb(0 0 0 / 0.24);
      }
      dialog::backdrop {
        background: rgb(10 12 18 / 0.48);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        padding: 12px 12px 0 20px;
      }
      cc-call-link-generator {
        padding: 12px 20px 20px;
      }
    `,
  ];

  @state() private conversationId: string | null = null;
  @state() private shown = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('cc-call-link-generator') private generator!: CcCallLinkGenerator | null;

  /** Opens for a conversation, or for a guest. */
  async open(conversationId: string | null): Promise<void> {
    this.conversationId = conversationId;
    this.shown = true;
    await this.updateComplete;
    await this.generator?.updateComplete;
    this.dialog.showModal();
    this.generator?.focus();
  }

  protected override render() {
    return html`
      <dialog aria-labelledby="heading" @close=${() => (this.shown = false)}>
        <div class="head">
          <h2 id="heading">${this.conversationId ? 'Call link for this conversation' : 'Call link for a guest'}</h2>
          <button class="icon" type="button" aria-label="Close" @click=${() => this.dialog.close()}>
            ${icons.close}
          </button>
        </div>
        ${
          this.shown
            ? html`<cc-call-link-generator conversation-id=${this.conversationId ?? nothing}></cc-call-link-generator>`
            : nothing
        }
      </dialog>
    `;
  }
}
