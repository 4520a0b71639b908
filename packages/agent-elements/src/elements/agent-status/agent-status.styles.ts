import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    :host {
      container-type: inline-size;
      inline-size: 100%;
      max-inline-size: 560px;
      font-size: 13px;
    }
    .layout {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    fieldset {
      display: flex;
      gap: 2px;
      padding: 2px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-sunken);
    }
    label {
      position: relative;
      display: flex;
      align-items: center;
      gap: 6px;
      min-block-size: 32px;
      padding-inline: 9px;
      border-radius: max(2px, calc(var(--cc-corner-small) - 2px));
      color: var(--cc-muted);
      white-space: nowrap;
    }
    label:hover {
      color: var(--cc-text);
    }
    label:has(:checked) {
      background: var(--cc-panel);
      color: var(--cc-text);
      font-weight: 600;
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--cc-accent);
      outline-offset: 1px;
    }
    input {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    /* A shape for each status: colour alone would not do. */
    .mark {
      inline-size: 10px;
      block-size: 10px;
      border: 2px solid currentColor;
      border-radius: 50%;
      flex: none;
    }
    [data-status='active'] .mark {
      color: var(--cc-good-text);
      background: currentColor;
    }
    [data-status='away'] .mark {
      color: var(--cc-attention-text);
      background: linear-gradient(currentColor 50%, transparent 50%);
    }
    [data-status='busy'] .mark {
      color: var(--cc-danger-text);
      border-radius: 2px;
      background: currentColor;
    }
    [part='state'] {
      min-block-size: 19px;
      color: var(--cc-muted);
    }
    .bad {
      color: var(--cc-danger-text);
    }
    .warn {
      color: var(--cc-attention-text);
    }
    .elsewhere {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
      color: var(--cc-attention-text);
    }
    .ready,
    .elsewhere button {
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--cc-accent);
      font-weight: 600;
      text-decoration: underline;
    }
    /* Where four words do not fit, the chosen one keeps its word and the others their sign. */
    @container (inline-size < 400px) {
      label {
        padding-inline: 11px;
        justify-content: center;
        min-inline-size: 32px;
      }
      label:not(:has(:checked)) .name {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    @media (forced-colors: active) {
      .mark {
        forced-color-adjust: none;
      }
      label:has(:checked) {
        outline: 1px solid Highlight;
      }
    }
  `,
];
