import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    .form {
      display: grid;
      gap: 12px;
    }
    .head {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 12px;
    }
    .head label {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .head .muted {
      flex: none;
    }
    textarea {
      min-block-size: 64px;
    }
    /* A browser's arrows take the room of digits, and a wheel that passes by turns them. */
    input[type='number'] {
      appearance: textfield;
    }
    .wrong {
      color: var(--cc-danger-text);
    }
    .state {
      display: flex;
      align-items: center;
      gap: 4px;
      color: var(--cc-muted);
    }
    .state:empty {
      display: none;
    }
    .state[data-state='failed'] {
      color: var(--cc-danger-text);
    }
    .state .icon {
      inline-size: 14px;
      block-size: 14px;
    }
  `,
];
