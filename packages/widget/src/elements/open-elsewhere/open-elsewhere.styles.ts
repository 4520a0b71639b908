import { css } from 'lit';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    :host {
      gap: 12px;
      min-block-size: 0;
    }
    a {
      text-decoration: none;
    }
    .field {
      display: grid;
      gap: 4px;
    }
    summary {
      min-block-size: 44px;
      align-content: center;
      cursor: pointer;
    }
    /* The place of the code, so that nothing jumps when it is drawn. */
    .code {
      inline-size: min(200px, 100%);
      aspect-ratio: 1;
    }
    .qr {
      inline-size: 100%;
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner-small);
    }
  `,
];
