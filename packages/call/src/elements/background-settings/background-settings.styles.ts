import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: block;
      container-type: inline-size;
    }
    .layout {
      display: grid;
      gap: 16px;
      min-inline-size: 0;
    }
    fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-block-end: 8px;
      font-weight: 500;
    }
    .preview {
      position: relative;
      display: grid;
      place-items: center;
      aspect-ratio: 16 / 9;
      overflow: hidden;
      border-radius: var(--cc-corner);
      background: var(--cc-stage);
      color: var(--cc-on-stage);
    }
    video {
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
      transform: scaleX(-1);
    }
    .off {
      display: grid;
      justify-items: center;
      gap: 12px;
      padding: 16px;
      text-align: center;
    }
    .hide {
      position: absolute;
      inset-block-end: 8px;
      inset-inline-end: 8px;
    }
    .tiles {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(92px, 1fr));
      gap: 8px;
    }
    .tile {
      position: relative;
      min-inline-size: 0;
    }
    .choice {
      display: grid;
      grid-template-rows: 1fr auto;
      gap: 4px;
      justify-items: center;
      block-size: 100%;
      min-block-size: 84px;
      padding: 4px;
      border: 1px solid var(--cc-outline);
      border-radius: var(--cc-corner-small);
      background: var(--cc-raised);
      text-align: center;
      cursor: pointer;
    }
    .choice:hover {
      background: color-mix(in oklab, var(--cc-raised), var(--cc-text) 7%);
    }
    .choice:has(input:checked) {
      border-color: var(--cc-accent);
      box-shadow: inset 0 0 0 1px var(--cc-accent);
      background: var(--cc-accent-tint);
    }
    .choice:has(:focus-visible) {
      outline: 2px solid var(--cc-accent);
      outline-offset: 2px;
    }
    .choice input {
      position: absolute;
      opacity: 0;
      inset: 0;
      margin: 0;
      inline-size: 100%;
      block-size: 100%;
      cursor: pointer;
    }
    .choice .truncate {
      max-inline-size: 100%;
      font-size: 13px;
      line-height: 1.3;
    }
    .sign {
      display: grid;
      place-items: center;
      inline-size: 100%;
      min-block-size: 48px;
      border-radius: 6px;
      background: var(--cc-sunken);
      color: var(--cc-muted);
    }
    .sign.picture {
      object-fit: cover;
      block-size: 48px;
    }
    .choice:has(input:checked) .truncate {
      font-weight: 600;
    }
    .mark {
      position: absolute;
      inset-block-start: 8px;
      inset-inline-start: 8px;
      display: none;
      place-items: center;
      inline-size: 20px;
      block-size: 20px;
      border-radius: 50%;
      background: var(--cc-accent);
      color: var(--cc-panel);
      pointer-events: none;
    }
    .choice:has(input:checked) .mark {
      display: grid;
    }
    :is(.mark, .remove) .icon {
      inline-size: 14px;
      block-size: 14px;
    }
    .remove {
      position: absolute;
      inset-block-start: 4px;
      inset-inline-end: 4px;
      min-block-size: 28px;
      min-inline-size: 28px;
      padding: 0;
    }
    .add:has([aria-disabled='true']) {
      opacity: 0.6;
    }
    .strength {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 8px;
    }
    input[type='range'] {
      grid-column: 1 / -1;
      inline-size: 100%;
      min-block-size: var(--cc-target);
      margin: 0;
      /* Not the primary colour: beside a dark one a browser draws the rest of the track white, in the dark too. */
      accent-color: var(--cc-accent);
    }
    .trace {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 12px;
      align-items: center;
      min-block-size: var(--cc-target);
      cursor: pointer;
    }
    .trace input {
      inline-size: 20px;
      block-size: 20px;
      margin: 0;
      accent-color: var(--cc-primary);
    }
    .trace .hint {
      grid-column: 2;
    }
    p {
      margin: 0;
    }
    .error {
      margin-block-start: 8px;
    }
    /* It stays on the page, so that what appears in it is said; until then it takes no room. */
    [role='status']:empty {
      margin-block-end: -16px;
    }
    @media (forced-colors: active) {
      .choice:has(input:checked) {
        border: 2px solid Highlight;
      }
    }
  `,
];
