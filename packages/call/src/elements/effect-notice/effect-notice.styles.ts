import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: block;
    }
    :host([empty]) {
      display: none;
    }
    .notice {
      display: grid;
      gap: 8px;
      padding: 12px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
    }
    p {
      margin: 0;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
];
