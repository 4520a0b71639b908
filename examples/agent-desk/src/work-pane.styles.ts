import { css } from 'lit';
import { deskStyles } from './desk-styles.js';

export const styles = [
  deskStyles,
  css`
    .top {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      display: grid;
      gap: 8px;
      padding: 12px;
      background: var(--desk-panel);
      border-block-end: 1px solid var(--desk-line);
    }
    .row {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }
    .views {
      display: flex;
      gap: 2px;
      padding: 2px;
      border-radius: 8px;
      background: var(--desk-raised);
      min-inline-size: 0;
    }
    .views button {
      min-block-size: 32px;
      padding-inline: 10px;
      border: 0;
      border-radius: 6px;
      background: none;
      font-size: 13px;
      color: var(--desk-muted);
    }
    .views button[aria-pressed='true'] {
      background: var(--desk-panel);
      color: var(--desk-text);
      font-weight: 600;
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
    #menu {
      position: fixed;
      inset: auto;
      inset-block-start: 112px;
      inset-inline-start: 12px;
      margin: 0;
      padding: 4px;
      border: 1px solid var(--desk-line);
      border-radius: 8px;
      background: var(--desk-panel);
      color: inherit;
      box-shadow: 0 8px 24px rgb(0 0 0 / 0.16);
    }
    #menu button {
      display: flex;
      align-items: center;
      gap: 8px;
      min-block-size: 40px;
      padding-inline: 12px;
      border: 0;
      border-radius: 6px;
      background: none;
    }
    #menu button:hover {
      background: var(--desk-raised);
    }
    li > button,
    .person {
      display: grid;
      gap: 2px;
      inline-size: 100%;
      padding: 10px 16px;
      border: 0;
      border-block-end: 1px solid var(--desk-line);
      background: none;
      text-align: start;
    }
    li > button:hover {
      background: var(--desk-raised);
    }
    li > button[aria-current='true'] {
      background: var(--desk-tint);
      box-shadow: inset 3px 0 var(--desk-accent);
    }
    li > button:focus-visible {
      outline-offset: -2px;
    }
    .waits {
      border-block-end: 1px solid var(--desk-line);
    }
    .waits > button:first-child {
      border: 0;
    }
    li > .claim {
      inline-size: auto;
      min-block-size: 36px;
      margin: 0 16px 12px;
      padding: 0 14px;
      border: 1px solid var(--desk-accent);
      color: var(--desk-accent);
      font-weight: 600;
    }
    .refusal {
      padding: 12px 16px;
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
