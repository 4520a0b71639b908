import { css } from 'lit';
import { backdropStyles } from '../backdrop.js';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    :host {
      position: relative;
      display: block;
      block-size: 100%;
    }
    .screen {
      box-sizing: border-box;
      block-size: 100%;
      overflow: auto;
      padding: 0 env(safe-area-inset-right) 0 env(safe-area-inset-left);
      background: var(--cc-canvas);
      color: var(--cc-text);
      font-family: var(--cc-family);
      line-height: 1.45;
    }
    cc-customer-call {
      block-size: 100%;
    }
    .loading {
      display: grid;
      place-content: center;
      min-block-size: 100%;
      padding: 24px 16px;
      /* Who has an answer sooner sees nothing flash. */
      animation: appear 200ms var(--cc-ease) 300ms backwards;
    }
    .loading h1 {
      font-size: 16px;
      font-weight: 500;
      color: var(--cc-muted);
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  `,
  backdropStyles,
];
