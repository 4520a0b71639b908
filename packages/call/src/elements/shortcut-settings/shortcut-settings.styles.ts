import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: grid;
      gap: 16px;
      container-type: inline-size;
    }
    p,
    ul {
      margin: 0;
      padding: 0;
    }
    fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .all {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      gap: 0 12px;
      min-block-size: var(--cc-target);
      cursor: pointer;
    }
    .all span {
      font-weight: 500;
    }
    .rows {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      border-block-start: 1px solid var(--cc-hairline);
      list-style: none;
    }
    .row {
      display: grid;
      grid-template-columns: subgrid;
      grid-column: 1 / -1;
      align-items: center;
      gap: 4px 12px;
      padding-block: 8px;
      border-block-end: 1px solid var(--cc-hairline);
    }
    .row > p {
      grid-column: 1 / -1;
    }
    .keys {
      justify-self: end;
      padding-inline: 8px;
    }
    .keys.records {
      border-color: var(--cc-accent);
      background: var(--cc-accent-tint);
    }
    .written {
      display: inline-flex;
      align-items: center;
      gap: 4px;
    }
    kbd {
      min-inline-size: 24px;
      padding: 2px 6px;
      border: 1px solid var(--cc-outline);
      border-block-end-width: 2px;
      border-radius: 6px;
      background: var(--cc-panel);
      font: 500 13px/1.3 var(--cc-family);
      text-align: center;
    }
    .is-off kbd {
      color: var(--cc-muted);
      text-decoration: line-through;
    }
    input {
      inline-size: 20px;
      block-size: 20px;
      margin: 0;
      accent-color: var(--cc-primary);
      cursor: pointer;
    }
    /* A finger hits the room around it as well. */
    .one {
      display: grid;
      place-items: center end;
      min-inline-size: var(--cc-target);
      min-block-size: var(--cc-target);
      cursor: pointer;
    }
    .reset {
      justify-self: start;
    }
    fieldset:disabled :is(.name, kbd) {
      color: var(--cc-muted);
    }
    @container (max-width: 359px) {
      .name {
        grid-column: 1 / -1;
      }
      .rows {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .keys {
        justify-self: start;
      }
    }
  `,
];
