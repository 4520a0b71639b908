import { css } from 'lit';
import { captionLines } from '../captions/caption-lines.styles.js';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  captionLines,
  css`
    :host {
      display: grid;
      gap: 16px;
    }
    .show {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 12px;
      min-block-size: var(--cc-target);
      cursor: pointer;
    }
    .field > span,
    .show span {
      font-weight: 500;
    }
    input {
      inline-size: 20px;
      block-size: 20px;
      margin: 0;
      accent-color: var(--cc-primary);
      cursor: pointer;
    }
    @media (forced-colors: active) {
      .lines {
        border: 1px solid ButtonText;
      }
    }
  `,
];
