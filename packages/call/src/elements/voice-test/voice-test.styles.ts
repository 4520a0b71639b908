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
    .progress {
      inline-size: 100%;
      block-size: 4px;
      overflow: hidden;
      border-radius: 2px;
      background: var(--cc-hairline);
    }
    /* Its place is kept while nothing is recorded: what is below does not move. */
    :host(:not([step='recording'])) .progress {
      visibility: hidden;
    }
    /* As long as the recording: four seconds (voice-test.ts). */
    .bar {
      block-size: 100%;
      background: var(--cc-accent);
      transform-origin: 0 50%;
    }
    :host([step='recording']) .bar {
      animation: fill 4s linear;
    }
    .bar:dir(rtl) {
      transform-origin: 100% 50%;
    }
    /* Two lines kept free, so that no words that come and go move what is below. */
    p {
      min-block-size: 2.9em;
      margin: 0;
    }
    @keyframes fill {
      from {
        transform: scaleX(0);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      :host([step='recording']) .bar {
        animation: none;
      }
    }
    @media (forced-colors: active) {
      .progress {
        border: 1px solid CanvasText;
      }
      .bar {
        background: Highlight;
      }
    }
  `,
];
