import { css } from 'lit';
import { adminStyles } from '../admin-styles.js';

export const styles = [
  ...adminStyles,
  css`
    :host {
      container-type: inline-size;
    }
    .columns {
      display: grid;
      gap: 24px;
    }
    form,
    section {
      display: grid;
      gap: 16px;
      min-inline-size: 0;
      align-content: start;
    }
    h2:focus {
      outline: none;
    }
    h2 {
      font-size: 20px;
    }
    fieldset {
      gap: 14px;
      padding: 16px;
      border: 1px solid var(--desk-line);
      border-radius: 12px;
      background: var(--desk-panel);
    }
    legend {
      padding-inline: 6px;
      font-size: 15px;
      font-weight: 600;
    }
    fieldset fieldset {
      padding: 0;
      border: 0;
      border-radius: 0;
    }
    fieldset fieldset legend {
      padding: 0;
      margin-block-end: 8px;
      font-size: inherit;
      font-weight: 500;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
      gap: 14px;
      align-items: start;
    }
    .color {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 48px;
      gap: 8px;
    }
    input[type='color'] {
      padding: 4px;
    }
    .label {
      font-weight: 500;
    }
    .days {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
    }
    input[aria-invalid='true'],
    select[aria-invalid='true'] {
      border-color: var(--desk-danger);
      border-width: 2px;
    }
    .failure {
      padding: 10px 14px;
      border: 1px solid var(--desk-danger);
      border-radius: 8px;
    }
    .foot {
      position: sticky;
      inset-block-end: 0;
      padding-block: 12px;
      background: var(--desk-canvas);
    }
    @container (min-inline-size: 900px) {
      .columns {
        grid-template-columns: minmax(0, 1fr) 512px;
      }
      section {
        position: sticky;
        inset-block-start: 16px;
        align-self: start;
      }
    }
  `,
];
