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
    ol {
      display: grid;
      gap: 4px;
      padding: 16px 20px 32px;
      max-inline-size: 720px;
    }
    .line {
      display: flex;
      justify-content: space-between;
      gap: 16px;
      padding-block: 4px;
    }
    time {
      white-space: nowrap;
    }
    .note {
      margin-block: 4px;
      padding: 6px 12px 10px;
      border: 1px solid var(--desk-line);
      border-radius: 8px;
      background: var(--desk-panel);
    }
    .note .line span {
      color: var(--desk-muted);
      font-size: 13px;
    }
    .text {
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .late {
      animation: appear 0s 300ms both;
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
  `,
];
