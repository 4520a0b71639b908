import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    .card {
      display: grid;
      gap: 12px;
      padding: 12px;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
    }
    .way {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-block-size: var(--cc-target);
      cursor: pointer;
    }
    .way input {
      inline-size: 16px;
      block-size: 16px;
      margin: 0;
      accent-color: var(--cc-accent);
    }
    form,
    .field {
      display: grid;
      gap: 4px;
      min-inline-size: 0;
    }
    form {
      gap: 10px;
    }
    .input {
      inline-size: 100%;
      min-inline-size: 0;
    }
    textarea.input {
      min-block-size: 84px;
      resize: vertical;
    }
    .mails {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .mail {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
      padding: 8px 10px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-sunken);
    }
    .mail > .wrap {
      display: grid;
      flex: 1 1 160px;
    }
    .mark {
      align-self: start;
      padding-block-start: 2px;
      color: var(--cc-muted);
    }
    [data-state='failed'] .mark {
      color: var(--cc-danger-text);
    }
    .end {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: 8px;
    }
    .end p {
      flex: 1 1 160px;
    }
  `,
];
