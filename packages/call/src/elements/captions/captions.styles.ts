import { css } from 'lit';
import { hostStyles } from '../theme/base-styles.js';
import { visuallyHidden } from '../theme/visually-hidden.js';
import { captionLines } from './caption-lines.styles.js';

export const styles = [
  hostStyles,
  visuallyHidden,
  captionLines,
  css`
    :host {
      position: relative;
      display: grid;
      gap: 8px;
      justify-items: center;
      pointer-events: none;
    }
    :host(:not([available])) {
      display: none;
    }
    /* The words of a moment may still change. */
    .unsure {
      font-style: italic;
    }
    .tools {
      display: flex;
      gap: 8px;
      justify-self: end;
      pointer-events: auto;
    }
    .tool {
      display: grid;
      inline-size: 36px;
      block-size: 36px;
      padding: 0;
      place-items: center;
      border: 1px solid transparent;
      border-radius: 50%;
      background: rgb(0 0 0 / 0.72);
      color: #fff;
      cursor: pointer;
    }
    .tool[aria-pressed='true'] {
      background: #fff;
      color: #0e1013;
    }
    .tool .icon {
      inline-size: 20px;
      block-size: 20px;
    }
    .tool:focus-visible,
    select:focus-visible {
      outline: 2px solid var(--cc-accent);
      outline-offset: 2px;
    }
    .settings {
      display: grid;
      gap: 8px;
      justify-self: end;
      padding: 12px;
      border: 1px solid var(--cc-hairline);
      border-radius: 12px;
      background: var(--cc-panel);
      color: var(--cc-text);
      font-size: 14px;
      box-shadow: var(--cc-shadow);
      pointer-events: auto;
    }
    label {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
    }
    select {
      min-block-size: 36px;
      padding-inline: 8px;
      border: 1px solid var(--cc-outline);
      border-radius: 8px;
      background: var(--cc-panel);
      color: inherit;
      font: inherit;
    }
    @media (forced-colors: active) {
      .tool,
      .lines {
        border: 1px solid ButtonText;
      }
    }
  `,
];
