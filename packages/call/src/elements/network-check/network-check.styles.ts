import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      justify-items: start;
    }
    p {
      margin: 0;
    }
    .result {
      display: flex;
      gap: 8px;
    }
    .result .icon {
      flex: none;
      margin-block-start: 1px;
      color: var(--cc-attention-text);
    }
    .result.good .icon {
      color: var(--cc-good-text);
    }
    .result.blocked .icon {
      color: var(--cc-danger-text);
    }
    .code {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 8px;
      color: var(--cc-muted);
    }
    code {
      font-size: 12px;
      user-select: all;
      overflow-wrap: anywhere;
    }
    .code .button {
      padding-inline: 8px;
    }
  `,
];
