import { css } from 'lit';
import { visuallyHidden } from '../theme/visually-hidden.js';
import { tokens } from '../theme/tokens.js';

export const styles = [
  tokens,
  visuallyHidden,
  css`
    :host {
      display: contents;
      color-scheme: light dark;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    :host([density='agent']) {
      --cc-target: 32px;
      --cc-target-bar: 36px;
      --cc-font-size: 13px;
    }
  `,
];
