import { css } from 'lit';
import { deskStyles } from './desk-styles.js';

export const styles = [
  deskStyles,
  css`
    .top {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      padding: 12px;
      background: var(--desk-panel);
      border-block-end: 1px solid var(--desk-line);
    }
    input {
      inline-size: 100%;
      min-block-size: 36px;
      padding-inline: 12px;
      border: 1px solid var(--desk-line);
      border-radius: 8px;
      background: var(--desk-canvas);
      color: inherit;
      font: inherit;
      -webkit-appearance: none;
      appearance: none;
    }
    li {
      display: grid;
      gap: 2px;
      padding: 10px 16px;
      border-block-end: 1px solid var(--desk-line);
    }
    .title {
      font-weight: 500;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .muted {
      font-size: 13px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .number {
      font-variant-numeric: tabular-nums;
    }
    .skeleton {
      display: grid;
      gap: 12px;
      padding: 16px;
      animation: appear 0s 300ms both;
    }
    .skeleton span {
      block-size: 36px;
      border-radius: 8px;
      background: var(--desk-raised);
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
  `,
];
