import { css } from 'lit';
import { hostStyles } from '../theme/base-styles.js';

export const styles = [
  hostStyles,
  css`
    :host {
      display: block;
      min-inline-size: 0;
    }
    :host([empty]) {
      display: none;
    }
    .notice {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 8px;
      inline-size: 100%;
      padding: 8px 12px;
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner);
      background: var(--cc-raised);
      box-shadow: var(--cc-shadow);
      color: var(--cc-text);
      font: inherit;
      font-size: 13px;
      text-align: start;
      cursor: pointer;
      animation: come 160ms var(--cc-ease);
    }
    .icon {
      grid-row: 1 / 3;
      align-self: center;
      inline-size: 20px;
      color: var(--cc-accent);
    }
    .who {
      overflow: hidden;
      font-weight: 600;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .text {
      display: -webkit-box;
      grid-column: 2;
      overflow: hidden;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    @keyframes come {
      from {
        opacity: 0;
      }
    }
  `,
];
