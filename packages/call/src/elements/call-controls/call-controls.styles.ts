import { css } from 'lit';
import { hostStyles } from '../theme/base-styles.js';

export const styles = [
  hostStyles,
  css`
    :host {
      display: inline-block;
      max-inline-size: 100%;
    }
    :host(:not([available])) {
      display: none;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: center;
      gap: var(--cc-bar-gap, 8px);
      padding: 8px;
      border: 1px solid var(--cc-hairline);
      border-radius: 40px;
      background: var(--cc-raised);
      box-shadow: var(--cc-shadow);
    }
    /* Ending a call is not a slip of the finger. */
    cc-mic-button ~ cc-hangup-button {
      margin-inline-start: 12px;
    }
    /* Six of them stand in one row of a sidebar of 320 px. */
    :host([density='agent']) {
      --cc-target-bar: 36px;
      --cc-end-padding: 12px;
      --cc-bar-gap: 4px;
    }
    :host([density='agent']) cc-mic-button ~ cc-hangup-button {
      margin-inline-start: 4px;
    }
  `,
];
