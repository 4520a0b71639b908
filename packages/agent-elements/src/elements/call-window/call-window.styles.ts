import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    section {
      box-shadow: var(--cc-shadow);
    }
    header {
      display: flex;
      align-items: center;
      gap: 8px;
      min-block-size: 56px;
      padding: 4px 8px 4px 12px;
    }
    header:dir(rtl) {
      padding: 4px 12px 4px 8px;
    }
    .avatar {
      --cc-avatar-size: 32px;
    }
    .who {
      flex: 1;
      min-inline-size: 0;
    }
    h2 {
      font-weight: 600;
      line-height: 1.3;
    }
    .strip {
      display: flex;
      gap: 8px;
    }
    [hidden] {
      display: none;
    }
    .warn {
      color: var(--cc-attention-text);
      font-weight: 500;
    }
    cc-connection-status {
      display: block;
      margin: -4px 12px 8px;
    }
    cc-device-notice,
    cc-effect-notice {
      margin: 0 8px 8px;
    }
    .settings {
      display: flex;
      margin: 0 auto 8px;
    }
    /* A strip has room for what is new, and for nothing else. */
    :host([minimised]) cc-chat-button:not([unread]) {
      display: none;
    }
    cc-chat-notice {
      margin: 0 8px 8px;
    }
    cc-chat {
      block-size: 380px;
      border-block-start: 1px solid var(--cc-hairline);
    }
    cc-call-stage {
      display: block;
      aspect-ratio: 4 / 3;
    }
    .body {
      display: flex;
      flex-direction: column;
    }
    .body[hidden] {
      display: none;
    }
    cc-captions {
      margin: 8px 8px 0;
    }
    cc-captions[place='top'] {
      order: -1;
      margin: 0 8px 8px;
    }
    @container (inline-size < 360px) {
      cc-picture-in-picture {
        display: none;
      }
    }
    cc-call-controls {
      display: block;
      padding: 8px 4px;
    }
    .transfer {
      min-inline-size: 36px;
      min-block-size: 36px;
      border-color: transparent;
      background: var(--cc-sunken);
    }
    .transfer:hover {
      background: color-mix(in oklab, var(--cc-sunken), gray 15%);
    }
    /* Beside the call where there is room. */
    @container (inline-size >= 720px) {
      .body.writes {
        position: relative;
        min-block-size: 420px;
        padding-inline-end: 340px;
      }
      .body.writes > cc-chat {
        position: absolute;
        inset-block: 0;
        inset-inline-end: 0;
        inline-size: 340px;
        block-size: auto;
        border-block-start: 0;
        border-inline-start: 1px solid var(--cc-hairline);
      }
    }
    @container (inline-size >= 560px) {
      cc-call-stage {
        aspect-ratio: 16 / 9;
      }
    }
    @container (inline-size < 300px) {
      :host([minimised]) .avatar {
        display: none;
      }
    }
  `,
];
