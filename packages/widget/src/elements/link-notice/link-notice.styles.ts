import { css } from 'lit';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    .column {
      justify-items: start;
    }
    .text {
      display: grid;
      gap: 8px;
    }
    .countdown {
      font-size: 20px;
      font-weight: 600;
    }
  `,
];
