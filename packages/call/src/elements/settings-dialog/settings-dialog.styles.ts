import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    dialog {
      inline-size: min(480px, calc(100vw - 24px));
      block-size: min(640px, calc(100dvh - 24px));
      max-block-size: none;
      padding: 0;
      box-shadow: var(--cc-shadow);
    }
    .dialog {
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner);
      background: var(--cc-panel);
      color: var(--cc-text);
      overflow: clip;
    }
    dialog[open],
    section {
      display: flex;
      flex-direction: column;
    }
    dialog::backdrop {
      background: rgb(10 12 18 / 0.48);
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      padding-block: 8px 4px;
      padding-inline: 16px 8px;
    }
    h2 {
      margin: 0;
      font-size: 16px;
      font-weight: 600;
    }
    .tabs {
      display: flex;
      flex-wrap: wrap;
      gap: 0 4px;
      padding-inline: 12px;
      border-block-end: 1px solid var(--cc-hairline);
    }
    .tab {
      min-inline-size: 0;
      min-block-size: var(--cc-target);
      margin-block-end: -1px;
      padding: 6px 8px;
      border: 0;
      border-block-end: 2px solid transparent;
      background: none;
      color: var(--cc-muted);
      font: inherit;
      cursor: pointer;
    }
    .tab[aria-selected='true'] {
      border-color: var(--cc-accent);
      color: var(--cc-text);
      font-weight: 600;
    }
    .tab:focus-visible {
      outline: 2px solid var(--cc-accent);
      outline-offset: -2px;
    }
    .panel {
      display: grid;
      align-content: start;
      gap: 20px;
      flex: 1;
      min-block-size: 0;
      padding: 16px;
      overflow-y: auto;
    }
    @media (forced-colors: active) {
      .tab[aria-selected='true'] {
        border-color: Highlight;
      }
    }
  `,
];
