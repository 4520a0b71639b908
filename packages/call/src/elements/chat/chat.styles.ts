import { css } from 'lit';
import { baseStyles } from '../theme/base-styles.js';

export const styles = [
  ...baseStyles,
  css`
    :host {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      block-size: 100%;
      min-block-size: 0;
      min-inline-size: 0;
      background: var(--cc-panel);
      color: var(--cc-text);
    }
    .panel {
      display: grid;
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
      min-block-size: 0;
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      min-block-size: calc(var(--cc-target) + 8px);
      padding: 4px 8px 4px 16px;
      border-block-end: 1px solid var(--cc-hairline);
    }
    header:dir(rtl) {
      padding: 4px 16px 4px 8px;
    }
    h2,
    p {
      margin: 0;
    }
    h2 {
      font-size: 1.05em;
      font-weight: 600;
    }
    .list {
      display: grid;
      position: relative;
      min-block-size: 0;
    }
    .log {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      gap: 16px;
      overflow-y: auto;
      overscroll-behavior: contain;
      /* Where its reader is, this element keeps itself (scroll-end.ts). */
      overflow-anchor: none;
      padding: 16px;
    }
    .log:focus-visible {
      outline-offset: -2px;
    }
    .note {
      display: grid;
      justify-items: center;
      gap: 12px;
      align-self: center;
      padding-block: 24px;
      color: var(--cc-muted);
      text-align: center;
      text-wrap: balance;
    }
    .late {
      animation: appear 1ms 300ms both;
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
    .group {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
      gap: 4px;
      min-inline-size: 0;
    }
    .group.own {
      justify-items: end;
    }
    .who {
      display: flex;
      gap: 8px;
      max-inline-size: 100%;
      color: var(--cc-muted);
      font-size: 12px;
    }
    .who bdi {
      overflow: hidden;
      font-weight: 500;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    time {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
    .bubble {
      max-inline-size: min(88%, 480px);
      padding: 8px 12px;
      border: 1px solid transparent;
      border-radius: var(--cc-corner);
      background: var(--cc-sunken);
      overflow: clip;
      overflow-wrap: anywhere;
      white-space: pre-wrap;
      text-align: start;
    }
    .own .bubble {
      background: var(--cc-accent-tint);
    }
    .bubble.sending {
      opacity: 0.7;
    }
    .bubble.failed {
      border-color: var(--cc-danger-text);
      border-style: dashed;
    }
    a {
      color: var(--cc-accent);
      unicode-bidi: isolate;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 8px;
      color: var(--cc-muted);
      font-size: 12px;
    }
    .state.danger {
      color: var(--cc-danger-text);
    }
    .link {
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 600;
      text-decoration: underline;
      cursor: pointer;
    }
    .earlier {
      justify-self: center;
    }
    .newer {
      position: absolute;
      inset-block-end: 8px;
      inset-inline: 0;
      justify-self: center;
      border-radius: 999px;
      box-shadow: var(--cc-shadow);
    }
    .composer {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
      gap: 0 8px;
      padding: 8px 12px 12px;
      border-block-start: 1px solid var(--cc-hairline);
    }
    textarea.input {
      max-block-size: 132px;
      overflow-y: auto;
      resize: none;
      line-height: 1.4;
      padding-block: calc((var(--cc-target) - 2px - 1.4em) / 2);
    }
    textarea.input::placeholder {
      white-space: nowrap;
    }
    #allowance {
      grid-column: 1 / -1;
    }
    #allowance:not(:empty) {
      padding-block-start: 4px;
    }
    .read-only {
      padding: 12px 16px;
      border-block-start: 1px solid var(--cc-hairline);
      color: var(--cc-muted);
      font-size: 13px;
    }
    :dir(rtl) > .icon {
      scale: -1 1;
    }
    @media (forced-colors: active) {
      .bubble {
        border-color: CanvasText;
      }
    }
  `,
];
