import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    :host {
      container-type: inline-size;
    }
    form,
    .result {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    .field {
      inline-size: 100%;
    }
    .input,
    .button {
      min-block-size: max(36px, var(--cc-target));
    }
    .row {
      display: flex;
      gap: 8px;
    }
    .row .input {
      flex: 1;
      background: var(--cc-sunken);
    }
    .row .button {
      flex: none;
    }
    .copy-result {
      min-block-size: 19px;
      margin-block: -8px;
      color: var(--cc-good-text);
    }
    .copy-result[data-failed='true'] {
      color: var(--cc-danger-text);
    }
    @container (inline-size < 300px) {
      .row {
        flex-direction: column;
      }
    }
  `,
];
