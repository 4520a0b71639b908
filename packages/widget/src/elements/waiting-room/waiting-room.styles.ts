import { css } from 'lit';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    cc-call-back {
      --cc-call-back-align: center;
      text-align: start;
    }
    .column {
      gap: 24px;
      justify-items: center;
      text-align: center;
    }
    .text {
      display: grid;
      gap: 12px;
    }
    h1 {
      font-size: clamp(28px, 8vi, 40px);
    }
    .actions {
      justify-content: center;
      inline-size: 100%;
    }
    .estimate {
      font-size: 20px;
    }
    .notice {
      display: inline-flex;
      text-align: start;
      align-items: center;
      justify-content: center;
      gap: 8px;
      min-block-size: 44px;
      color: var(--cc-muted);
    }
    .leaving {
      display: grid;
      gap: 12px;
      inline-size: 100%;
      padding: 16px;
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner);
      background: var(--cc-panel);
    }
    /* The place of a line that may come: nothing below it jumps. */
    .line {
      min-block-size: 1.45em;
    }
    .mark {
      inline-size: 72px;
      block-size: 72px;
    }
    .mark.rings .icon {
      animation: rings 2s var(--cc-ease) infinite;
    }
    @keyframes rings {
      0%,
      40%,
      100% {
        transform: rotate(0);
      }
      10%,
      30% {
        transform: rotate(-10deg);
      }
      20% {
        transform: rotate(10deg);
      }
    }
  `,
];
