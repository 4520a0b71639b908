import { css } from 'lit';
import { deskStyles } from './desk-styles.js';

export const styles = [
  deskStyles,
  css`
    .views {
      display: flex;
      gap: 4px;
      padding: 8px 12px 0;
      background: var(--desk-panel);
    }
    .views button {
      min-block-size: 40px;
      padding-inline: 10px;
      border: 0;
      border-block-end: 2px solid transparent;
      background: none;
      font-size: 14px;
      color: var(--desk-muted);
    }
    .views button[aria-pressed='true'] {
      border-block-end-color: var(--desk-accent);
      color: var(--desk-text);
      font-weight: 600;
    }
  `,
];
