import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
      max-inline-size: 480px;
    }
    :host([state='granted']) {
      display: none;
    }
    .box {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      justify-items: start;
    }
    .what {
      display: flex;
      gap: 8px;
      margin: 0;
      font-weight: 600;
    }
    .what .icon {
      margin-block-start: 1px;
      color: var(--cc-attention-text);
    }
    p {
      margin: 0;
    }
    usermedia {
      max-inline-size: 100%;
      min-block-size: var(--cc-target);
      padding: 4px 16px;
      border: 1px solid transparent;
      border-radius: var(--cc-corner-small);
      background: var(--cc-primary);
      color: var(--cc-on-primary);
      font: 500 1em/1.2 var(--cc-family);
    }
    @container (max-width: 300px) {
      usermedia {
        padding-inline: 8px;
      }
    }
    .code {
      color: var(--cc-muted);
      font-size: 12px;
      user-select: all;
    }
    /* The line keeps its place, so that nothing moves when the browser begins to ask. */
    .next {
      min-block-size: 1.45em;
      color: var(--cc-muted);
    }
  `,
];
