import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li + li {
      border-block-start: 1px solid var(--cc-hairline);
    }
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 8px;
      inline-size: 100%;
      padding: 10px 12px;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    .row:hover {
      background: var(--cc-sunken);
    }
    .row:focus-visible {
      outline: 2px solid var(--cc-accent);
      outline-offset: -2px;
    }
    .wish {
      padding: 2px 8px;
      border-radius: 99px;
      background: var(--cc-sunken);
      font-size: 12px;
      white-space: nowrap;
      align-self: start;
    }
    .about {
      grid-column: 1 / -1;
    }
    .state {
      display: grid;
      gap: 8px;
      justify-items: start;
      padding: 12px;
    }
  `,
];
