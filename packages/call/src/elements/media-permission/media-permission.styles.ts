import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
      max-inline-size: 480px;
    }
    :host([state='granted']) {
      display: none;
    }
    .box {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      justify-items: start;
    }
    .what {
      display: flex;
      gap: 8px;
      margin: 0;
      font-weight: 600;
    }
    .what .icon {
      margin-block-start: 1px;
      color: var(--cc-attention-text);
    }
    p {
      margin: 0;
    }
    usermedia {
      max-inline-size: 100%;
      min-block-size: var(--cc-target);
      padding: 4px 16px;
      border: 1px solid transparent;
      border-radius: var(--cc-corner-small);
      background: var(--cc-primary);
      color: var(--cc-on-primary);
      font: 500 1em/1.2 var(--cc-family);
    }
    @container (max-width: 300px) {
      usermedia {
        padding-inline: 8px;
        /* Its words are the browser's, on one line; smaller than this it would not ask. */
        font-size: max(13px, 0.92em);
      }
    }
    .picture {
      display: block;
      inline-size: min(200px, 100%);
      fill: none;
      stroke: var(--cc-muted);
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .picture .card {
      fill: var(--cc-raised);
      stroke: var(--cc-outline);
    }
    .picture .words {
      stroke: var(--cc-hairline);
      stroke-width: 4;
    }
    .picture .on,
    .picture .on .words {
      stroke: var(--cc-accent);
    }
    .picture .spot {
      fill: var(--cc-accent-tint);
      stroke: var(--cc-accent);
    }
    .picture .fill {
      fill: var(--cc-accent);
      stroke: none;
    }
    .picture .knob {
      fill: var(--cc-panel);
      stroke: none;
    }
    .picture .address {
      fill: var(--cc-text);
      stroke: none;
      font: 500 13px/1 var(--cc-family);
    }
    .code {
      color: var(--cc-muted);
      font-size: 12px;
      user-select: all;
    }
    /* The line keeps its place, so that nothing moves when the browser begins to ask. */
    .next {
      min-block-size: 1.45em;
      color: var(--cc-muted);
    }
    @media (forced-colors: active) {
      .picture,
      .picture .card,
      .picture .words {
        fill: Canvas;
        stroke: CanvasText;
      }
      .picture :is(.on, .spot),
      .picture .on .words {
        fill: Canvas;
        stroke: Highlight;
      }
      .picture .fill {
        fill: Highlight;
      }
      .picture .knob {
        fill: Canvas;
      }
    }
  `,
];
