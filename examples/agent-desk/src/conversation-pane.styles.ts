import { css } from 'lit';
import { deskStyles } from './desk-styles.js';

export const styles = [
  deskStyles,
  css`
    .head {
      position: sticky;
      inset-block-start: 0;
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 12px 20px;
      background: var(--desk-canvas);
      border-block-end: 1px solid var(--desk-line);
    }
    .who {
      flex: 1;
      min-inline-size: 0;
      display: grid;
      gap: 4px;
    }
    h2 {
      overflow-wrap: anywhere;
    }
    .muted {
      font-size: 13px;
      font-variant-numeric: tabular-nums;
    }
    cc-call-log {
      max-inline-size: 720px;
      padding: 8px 8px 16px;
    }
    cc-reply-box {
      max-inline-size: 720px;
      margin: 0 16px 32px;
    }
  `,
];
