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
      justify-items: center;
      text-align: center;
    }
    .text {
      display: grid;
      gap: 8px;
    }
    .rating {
      display: grid;
      gap: 4px;
      justify-items: center;
    }
    .stars {
      display: flex;
    }
    .star {
      display: grid;
      place-items: center;
      inline-size: 48px;
      block-size: 48px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      color: var(--cc-muted);
      cursor: pointer;
    }
    .star:hover {
      background: var(--cc-sunken);
    }
    .star .icon {
      inline-size: 28px;
      block-size: 28px;
    }
    .star.on {
      color: var(--cc-accent);
    }
    .star.on .icon {
      fill: currentColor;
    }
    /* The place of the thanks, so that nothing jumps. */
    .said {
      min-block-size: 1.45em;
    }
    @media (forced-colors: active) {
      .star.on {
        color: Highlight;
      }
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 4px 16px;
    }
  `,
];
