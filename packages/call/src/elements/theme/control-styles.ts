import { css } from 'lit';
import { visuallyHidden } from './visually-hidden.js';

/** One round control of a call: an icon, its word for screen readers and as a tip, filled while something is off. */
export const controlStyles = [
  visuallyHidden,
  css`
    :host {
      display: inline-flex;
    }
    :host(:not([available])),
    :host([hidden]) {
      display: none;
    }
    :host([density='agent']) {
      --cc-target-bar: 36px;
    }
    .control {
      display: grid;
      place-items: center;
      min-block-size: var(--cc-target-bar, 48px);
      min-inline-size: var(--cc-target-bar, 48px);
      padding: 0;
      border: 1px solid transparent;
      border-radius: 999px;
      background: var(--background, var(--cc-control-background, var(--cc-sunken)));
      color: var(--cc-text);
      cursor: pointer;
    }
    .icon {
      inline-size: calc(var(--cc-target-bar, 48px) / 2);
      block-size: auto;
    }
    .filled {
      --background: var(--cc-text);
      color: var(--cc-panel);
    }
    .end {
      --background: var(--cc-danger);
      padding: 0 var(--cc-end-padding, 20px);
      color: var(--cc-on-danger);
    }
    .control:hover {
      background: color-mix(in oklab, var(--background, var(--cc-sunken)), gray 15%);
    }
    .end:hover {
      background: color-mix(in oklab, var(--background), black 15%);
    }
    .control[aria-disabled='true'] {
      cursor: default;
      opacity: 0.6;
    }
    .control:focus-visible {
      outline: 2px solid var(--cc-accent);
      outline-offset: 2px;
    }
    @media (forced-colors: active) {
      .control {
        border-color: ButtonText;
      }
      .filled,
      .end {
        forced-color-adjust: none;
        --background: Highlight;
        color: HighlightText;
      }
    }
  `,
];
