import { css } from 'lit';
import { deskStyles } from './desk-styles.js';

export const styles = [
  deskStyles,
  css`
    :host {
      display: grid;
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      block-size: 100dvh;
    }
    header {
      display: flex;
      align-items: center;
      gap: 12px;
      min-block-size: 56px;
      padding: 8px 16px;
      border-block-end: 1px solid var(--desk-line);
      background: var(--desk-panel);
    }
    h1 {
      font-size: 16px;
      line-height: 1.2;
      font-weight: 600;
      white-space: nowrap;
    }
    .name {
      margin-inline-start: auto;
      color: var(--desk-muted);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(220px, 300px) minmax(0, 1fr) 352px;
      min-block-size: 0;
    }
    .work,
    main,
    aside {
      min-block-size: 0;
      min-inline-size: 0;
      overflow: auto;
    }
    .work {
      border-inline-end: 1px solid var(--desk-line);
      background: var(--desk-panel);
    }
    aside {
      display: grid;
      align-content: start;
      gap: 12px;
      padding: 16px;
      border-inline-start: 1px solid var(--desk-line);
    }
    /* It fills the middle of the page, which is a card enough. */
    cc-conversation::part(card) {
      border: 0;
      border-radius: 0;
      background: none;
    }
    cc-conversation::part(head) {
      background: var(--desk-canvas);
    }
    .idle {
      padding: 32px 16px;
      text-align: center;
      color: var(--desk-muted);
    }
    nav {
      display: none;
    }
    @media (max-width: 880px) {
      :host {
        grid-template-rows: auto minmax(0, 1fr) auto;
      }
      .name,
      .columns > * {
        display: none;
      }
      cc-agent-status {
        margin-inline-start: auto;
      }
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
      .columns[data-tab='work'] > .work,
      .columns[data-tab='conversation'] > main {
        display: block;
      }
      .work {
        border: 0;
      }
      .columns[data-tab='call'] > aside {
        display: grid;
        border: 0;
      }
      /* A ringing call comes to whichever part is open; nothing is moved in the document. */
      .columns[data-ringing] > aside {
        display: grid;
        grid-row: 1;
        grid-column: 1;
        border: 0;
      }
      .columns[data-ringing]:not([data-tab='call']) > aside {
        align-self: end;
        z-index: 1;
        max-block-size: 100%;
        background: var(--desk-canvas);
        border-block-start: 1px solid var(--desk-line);
        box-shadow: 0 -8px 24px rgb(0 0 0 / 0.16);
      }
      .columns[data-ringing] > :not(aside) {
        grid-row: 1;
        grid-column: 1;
      }
      nav {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        padding-block-end: env(safe-area-inset-bottom);
        border-block-start: 1px solid var(--desk-line);
        background: var(--desk-panel);
      }
      nav button {
        display: grid;
        justify-items: center;
        gap: 2px;
        min-block-size: 56px;
        padding: 8px 4px 6px;
        border: 0;
        background: none;
        color: var(--desk-muted);
        font-size: 12px;
      }
      nav button[aria-current='page'] {
        color: var(--desk-accent);
        font-weight: 600;
      }
      nav button[data-busy] span::after {
        content: '';
        display: inline-block;
        inline-size: 8px;
        block-size: 8px;
        margin-inline-start: 6px;
        border-radius: 50%;
        background: light-dark(#0b7a43, #5fd08f);
      }
    }
  `,
];
