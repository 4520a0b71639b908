import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: grid;
      gap: 8px;
    }
    :host([empty]) {
      display: none;
    }
    .notice {
      display: grid;
      gap: 8px;
      justify-items: start;
      margin: 0;
      padding: 12px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
    }
    .calm {
      background: var(--cc-raised);
      color: var(--cc-text);
    }
    p {
      margin: 0;
    }
    .what {
      font-weight: 600;
    }
    @media (forced-colors: active) {
      .notice {
        border: 1px solid CanvasText;
      }
    }
  `,
];
