import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    /* One column for what is chosen, one for its test, in every row alike. */
    .devices {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 16px 8px;
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .field {
      grid-template-columns: subgrid;
      grid-column: 1 / -1;
      gap: 4px 8px;
    }
    .field > :is(label, .level, .error) {
      grid-column: 1 / -1;
    }
    .level {
      display: grid;
      gap: 4px;
      padding-block-start: 4px;
    }
    /* Keeps its lines, so that no words that come and go move what is below. */
    .hint {
      min-block-size: 1.45em;
      margin: 0;
    }
    .error {
      margin: 0;
    }
    @container (max-width: 359px) {
      .devices {
        grid-template-columns: minmax(0, 1fr);
      }
      .button {
        justify-self: start;
        margin-block-start: 4px;
      }
      .hint {
        min-block-size: 2.9em;
      }
    }
  `,
];
