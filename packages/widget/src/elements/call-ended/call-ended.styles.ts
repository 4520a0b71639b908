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
    .facts {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 4px 16px;
    }
  `,
];
