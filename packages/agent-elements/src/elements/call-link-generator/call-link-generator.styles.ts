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
    .field,
    .frame {
      inline-size: 100%;
      min-inline-size: 0;
    }
    .input,
    .button {
      min-block-size: max(36px, var(--cc-target));
    }
    .row,
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .row .input {
      flex: 1 1 180px;
      min-inline-size: 0;
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
    .frame {
      display: grid;
      grid-template-columns: 1fr 1fr;
      align-items: start;
      gap: 8px 12px;
    }
    .frame > :not(.field),
    .frame > .field:last-child {
      grid-column: 1 / -1;
    }
    .frame .error:empty,
    .frame .hint:empty {
      display: none;
    }
    .question {
      display: grid;
      gap: 4px;
      padding: 8px 12px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
    }
    .choice {
      display: flex;
      align-items: center;
      gap: 8px;
      min-block-size: var(--cc-target);
    }
    .choice .muted {
      color: inherit;
    }
    .choice input {
      accent-color: var(--cc-accent);
    }
    .qr {
      inline-size: min(220px, 100%);
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner-small);
    }
    .made {
      margin-block-start: 16px;
      border-block-start: 1px solid var(--cc-hairline);
      padding-block-start: 4px;
    }
    summary {
      min-block-size: var(--cc-target);
      padding-block: 6px;
      cursor: pointer;
      font-weight: 500;
    }
    .links {
      display: grid;
      gap: 0;
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
    }
    .link {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      align-items: center;
      gap: 4px 8px;
      padding-block: 8px;
    }
    .link + .link {
      border-block-start: 1px solid var(--cc-hairline);
    }
    .sign {
      color: var(--cc-muted);
    }
    .state {
      padding: 2px 8px;
      border-radius: 99px;
      background: var(--cc-sunken);
      font-size: 12px;
      white-space: nowrap;
    }
    .state[data-state='available'],
    .state[data-state='leased'] {
      color: var(--cc-good-text);
    }
    .link > .button,
    .sure {
      grid-column: 2 / -1;
      justify-self: start;
    }
    .link > .button {
      margin-inline-start: -12px;
    }
    .sure {
      display: grid;
      gap: 8px;
    }
    @container (inline-size < 420px) {
      .frame {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
];
