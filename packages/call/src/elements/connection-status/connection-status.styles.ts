import { css } from 'lit';
import { hostStyles, markStyles } from '../theme/base-styles.js';

export const styles = [
  hostStyles,
  markStyles,
  css`
    :host {
      display: inline-block;
      max-inline-size: 100%;
    }
    :host([banner]) {
      display: block;
    }
    .chip .icon {
      inline-size: 14px;
      block-size: 14px;
    }
    .banner {
      display: flex;
      gap: 8px;
      margin: 0;
      padding: 8px 12px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
      font-weight: 500;
    }
    @media (forced-colors: active) {
      .banner {
        border: 1px solid CanvasText;
      }
    }
  `,
];
