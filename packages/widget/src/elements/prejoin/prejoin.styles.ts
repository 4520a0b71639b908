import { css } from 'lit';
import { widgetStyles } from '../widget-styles.js';

export const styles = [
  widgetStyles,
  css`
    :host {
      container-type: inline-size;
    }
    .column {
      gap: 12px;
      padding-block: 16px;
    }
    .head {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0 12px;
    }
    .head > * {
      grid-column: 2;
    }
    .head .logo {
      grid-row: 1 / span 2;
      grid-column: 1;
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 44px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-accent-tint);
      color: var(--cc-accent);
      font-weight: 600;
    }
    /* A place of one size for logos of any shape: nothing moves when it comes. In the dark, many were made for paper. */
    .head .logo.picture {
      box-sizing: border-box;
      inline-size: 72px;
      padding: 4px;
      background: light-dark(transparent, #fff);
      object-fit: contain;
    }
    .head .logo.picture:not([hidden]) + .initials,
    .logo[hidden] {
      display: none;
    }
    h1 {
      font-size: 20px;
    }
    .who {
      color: var(--cc-muted);
      font-size: 14px;
    }
    .check,
    .choose {
      display: grid;
      gap: 12px;
      min-inline-size: 0;
    }
    .preview {
      position: relative;
      display: grid;
      overflow: hidden;
      aspect-ratio: 16 / 9;
      border-radius: var(--cc-corner);
      background: var(--cc-stage);
      color: var(--cc-on-stage);
    }
    /* The same room as the picture will take, or more: what is asked is never cut. */
    .preview.asks {
      aspect-ratio: auto;
      min-block-size: calc((min(480px, 100cqi) - 32px) * 9 / 16);
      border: 1px solid var(--cc-hairline);
      background: var(--cc-panel);
      color: var(--cc-text);
    }
    .preview video {
      position: absolute;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
    .preview .mirror {
      transform: scaleX(-1);
    }
    .preview .off {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 8px;
      padding: 16px;
    }
    .preview .toggles {
      position: absolute;
      inset-block-end: 8px;
      inset-inline-end: 8px;
      display: flex;
      gap: 8px;
    }
    .preview .toggle {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
    cc-media-permission {
      align-self: center;
      padding: 12px 16px;
    }
    /* The place of the level: nothing jumps when the microphone opens. */
    .level {
      display: grid;
      gap: 4px;
      min-block-size: 30px;
      align-content: center;
    }
    details {
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner-small);
      background: var(--cc-panel);
    }
    summary {
      display: flex;
      align-items: center;
      gap: 8px;
      min-block-size: 44px;
      padding: 4px 12px;
      cursor: pointer;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary .chevron {
      margin-inline-start: auto;
      transition: transform 120ms var(--cc-ease);
    }
    details[open] summary .chevron {
      transform: rotate(180deg);
    }
    cc-background-settings,
    cc-device-settings,
    cc-network-check,
    cc-voice-test {
      display: block;
      padding: 4px 12px 12px;
    }
    :is(cc-network-check, cc-voice-test):defined {
      display: grid;
    }
    .start {
      display: grid;
      gap: 8px;
    }
    .start .button {
      min-block-size: 48px;
    }
    .consent label {
      display: flex;
      align-items: center;
      gap: 12px;
      min-block-size: 44px;
    }
    .consent input {
      flex: none;
      inline-size: 20px;
      block-size: 20px;
      accent-color: var(--cc-accent);
    }
    .privacy {
      color: var(--cc-muted);
      font-size: 13px;
    }
    @container (min-inline-size: 900px) {
      .column {
        grid-template-columns: minmax(0, 1fr) 360px;
        gap: 24px 40px;
        align-items: center;
        inline-size: min(1040px, 100% - 2 * var(--cc-sheet-gap, 0px));
        padding-inline: 32px;
      }
      .head {
        grid-column: 2;
        grid-row: 1;
        align-self: end;
      }
      .check {
        grid-column: 1;
        grid-row: 1 / span 2;
      }
      .choose {
        grid-column: 2;
        grid-row: 2;
        align-self: start;
      }
      h1 {
        font-size: 28px;
      }
    }
  `,
];
