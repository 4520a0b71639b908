import { css } from 'lit';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    :host {
      display: block;
      inline-size: 100%;
      min-block-size: 0;
    }
    form,
    .asked {
      display: grid;
      gap: 12px;
      padding: 16px;
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner);
      background: var(--cc-panel);
    }
    .asked {
      grid-template-columns: auto minmax(0, 1fr);
      align-items: start;
    }
    .asked .icon {
      color: var(--cc-good-text);
    }
    .asked p + p {
      margin-block-start: 4px;
    }
    .actions {
      justify-content: var(--cc-call-back-align, start);
    }
    .actions > .button {
      flex: 0 1 auto;
    }
    .button {
      min-block-size: 44px;
    }
    input[type='tel'] {
      text-align: start;
    }
  `,
];
