import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    .layout {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .head {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 4px 12px;
      padding-block: 12px;
      padding-inline: 16px 12px;
      border-block-end: 1px solid var(--cc-hairline);
      background: var(--cc-panel);
    }
    .head .wrap {
      display: grid;
      gap: 2px;
    }
    h2 {
      font-size: 16px;
      font-weight: 600;
    }
    .number {
      white-space: nowrap;
    }
    #closed {
      grid-column: 1 / -1;
    }
    cc-call-log {
      padding: 8px 4px;
    }
    cc-reply-box {
      margin: 12px;
    }
    .notes {
      min-inline-size: 0;
      border-block-start: 1px solid var(--cc-hairline);
    }
    .beside,
    .pad {
      display: none;
    }
    h3,
    h3 button {
      font-weight: 600;
    }
    h3 .chip {
      min-block-size: 20px;
      padding: 1px 7px;
      font-weight: 400;
    }
    .folded button {
      display: flex;
      align-items: center;
      gap: 8px;
      inline-size: 100%;
      min-block-size: max(44px, var(--cc-target));
      padding: 8px 16px;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
    .folded button:focus-visible {
      outline-offset: -2px;
    }
    .turn {
      margin-inline-start: auto;
      color: var(--cc-muted);
    }
    [aria-expanded='true'] .turn {
      rotate: 180deg;
    }
    .pad,
    .pad[data-open] {
      gap: 12px;
      padding: 0 16px 16px;
    }
    .pad[data-open] {
      display: grid;
    }
    form {
      display: grid;
      gap: 8px;
    }
    .end {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: 8px;
    }
    .end p {
      flex: 1 1 120px;
    }
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    @media (pointer: coarse) {
      .keys {
        display: none;
      }
    }
    .note {
      display: grid;
      gap: 4px;
      padding: 8px 12px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-sunken);
      overflow-wrap: anywhere;
    }
    .text {
      white-space: pre-wrap;
    }
    /* Room for the notes beside the history, where they stay in sight while it is scrolled. */
    @container (min-width: 720px) {
      .layout[data-read] {
        grid-template: 'head notes' auto 'log notes' 1fr 'reply notes' auto / minmax(0, 1fr) 320px;
      }
      .head {
        grid-area: head;
      }
      .layout[data-read] cc-call-log {
        grid-area: log;
      }
      cc-reply-box {
        grid-area: reply;
      }
      .notes {
        grid-area: notes;
        border-block-start: 0;
        border-inline-start: 1px solid var(--cc-hairline);
      }
      .stay {
        position: sticky;
        inset-block-start: 0;
      }
      .folded {
        display: none;
      }
      .beside {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 16px 16px 8px;
      }
      .pad {
        display: grid;
      }
    }
  `,
];
