import { css } from 'lit';
import { deskStyles } from '../desk-styles.js';

/** What the lists and forms of the administration share. */
export const adminStyles = [
  deskStyles,
  css`
    .list {
      display: grid;
      gap: 8px;
    }
    .card {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      padding: 14px 16px;
      border: 1px solid var(--desk-line);
      border-radius: 12px;
      background: var(--desk-panel);
    }
    .who {
      display: grid;
      gap: 2px;
      flex: 1 1 220px;
      min-inline-size: 0;
    }
    .who h2 {
      font-size: 15px;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .chip {
      padding: 2px 10px;
      border-radius: 999px;
      background: var(--desk-raised);
      font-size: 13px;
      white-space: nowrap;
    }
    .chip.strong {
      background: var(--desk-tint);
      font-weight: 500;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      margin-block-end: 16px;
    }
    dialog {
      inline-size: min(480px, calc(100vw - 32px));
      max-block-size: calc(100dvh - 32px);
      overflow: auto;
      padding: 20px;
      border: 1px solid var(--desk-line);
      border-radius: 12px;
      background: var(--desk-panel);
      color: inherit;
      box-shadow: 0 16px 48px rgb(0 0 0 / 0.24);
    }
    dialog::backdrop {
      background: rgb(10 12 18 / 0.48);
    }
    form {
      display: grid;
      gap: 16px;
    }
    .field {
      display: grid;
      gap: 4px;
    }
    .field label,
    legend {
      font-weight: 500;
    }
    legend {
      padding: 0 0 6px;
      font-weight: 600;
    }
    fieldset {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .choice {
      display: flex;
      align-items: start;
      gap: 8px;
      min-block-size: 24px;
    }
    input:not([type='checkbox']),
    textarea,
    select {
      inline-size: 100%;
      min-block-size: 40px;
      padding: 8px 10px;
      border: 1px solid var(--desk-muted);
      border-radius: 8px;
      background: var(--desk-panel);
      color: inherit;
      font: inherit;
    }
    textarea {
      resize: vertical;
    }
    .hint {
      font-size: 13px;
      color: var(--desk-muted);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      gap: 8px;
    }
    .actions .danger {
      margin-inline-end: auto;
      color: var(--desk-danger);
    }
    @media (max-width: 400px) {
      .actions .danger:not(:only-child) {
        inline-size: 100%;
      }
    }
  `,
];
