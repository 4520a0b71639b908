import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .devices {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .row .input {
      flex: 1 1 180px;
      inline-size: auto;
    }
    .row .button {
      flex: none;
      /* The longer of its two words decides, so that a test moves nothing. */
      min-inline-size: 9em;
    }
    .level {
      display: grid;
      gap: 4px;
      padding-block-start: 4px;
    }
    /* Keeps its line whether or not there is something to say. */
    .hint {
      min-block-size: 1.45em;
      margin: 0;
    }
    @container (max-width: 320px) {
      .row .button {
        flex: 1 1 100%;
      }
    }
  `,
];
