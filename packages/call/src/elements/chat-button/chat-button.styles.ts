import { css } from 'lit';
import { controlStyles } from '../theme/control-styles.js';

export const styles = [
  controlStyles,
  css`
    .control {
      position: relative;
      font-family: var(--cc-family);
    }
    .badge {
      position: absolute;
      inset-block-start: -2px;
      inset-inline-end: -2px;
      box-sizing: border-box;
      min-inline-size: 20px;
      padding: 0 5px;
      border: 1px solid var(--cc-panel);
      border-radius: 999px;
      background: var(--cc-danger);
      color: var(--cc-on-danger);
      font-size: 12px;
      font-weight: 600;
      line-height: 18px;
      font-variant-numeric: tabular-nums;
    }
    @media (forced-colors: active) {
      .badge {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
    }
  `,
];
