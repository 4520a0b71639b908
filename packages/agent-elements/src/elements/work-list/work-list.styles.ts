import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    .column {
      display: grid;
      align-content: start;
    }
    .top {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      display: grid;
      gap: 8px;
      padding: 12px;
      background: var(--cc-panel);
      border-block-end: 1px solid var(--cc-hairline);
    }
    .row {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }
    .views {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
      padding: 2px;
      border-radius: 8px;
      background: var(--cc-sunken);
      min-inline-size: 0;
    }
    .views button,
    .plus,
    #menu button {
      min-block-size: var(--cc-target);
      border: 0;
      border-radius: 6px;
      background: none;
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    .views button {
      padding-inline: 10px;
      font-size: 13px;
    }
    .views button[aria-pressed='true'] {
      background: var(--cc-panel);
      font-weight: 600;
    }
    .plus {
      display: grid;
      place-items: center;
      flex: none;
      min-inline-size: var(--cc-target);
      anchor-name: --plus;
    }
    #menu {
      position-anchor: --plus;
      inset: auto;
      inset-block-start: anchor(end);
      inset-inline-end: anchor(end);
      margin: 4px 0;
      padding: 4px;
      border: 1px solid var(--cc-hairline);
      border-radius: 8px;
      background: var(--cc-panel);
      color: inherit;
      box-shadow: 0 8px 24px rgb(0 0 0 / 0.16);
    }
    #menu button {
      display: flex;
      align-items: center;
      gap: 8px;
      padding-inline: 12px;
    }
    .plus:hover,
    #menu button:hover,
    .open:hover {
      background: var(--cc-sunken);
    }
    input {
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: max(36px, var(--cc-target));
      padding-inline: 12px;
      border: 1px solid var(--cc-muted);
      border-radius: 8px;
      background: var(--cc-panel);
      color: inherit;
      font: inherit;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      border-block-end: 1px solid var(--cc-hairline);
    }
    .open {
      display: grid;
      gap: 2px;
      inline-size: 100%;
      padding: 10px 16px;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    .open[aria-current='true'] {
      background: var(--cc-sunken);
      box-shadow: inset 3px 0 var(--cc-accent);
    }
    .open[aria-current='true']:dir(rtl) {
      box-shadow: inset -3px 0 var(--cc-accent);
    }
    .open:focus-visible {
      outline-offset: -2px;
    }
    .title,
    .muted {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .title {
      font-weight: 500;
    }
    .muted {
      font-size: 13px;
    }
    .claim {
      margin: 0 16px 12px;
    }
    .more {
      margin: 12px 16px;
      justify-self: start;
    }
    .refusal {
      padding: 12px 16px;
      color: var(--cc-danger-text);
    }
    .state {
      display: grid;
      justify-items: start;
      gap: 12px;
      padding: 24px 16px;
      color: var(--cc-muted);
    }
    .skeleton {
      display: grid;
      gap: 12px;
      padding: 16px;
      animation: appear 0s 300ms both;
    }
    .skeleton span {
      block-size: 36px;
      border-radius: 8px;
      background: var(--cc-sunken);
    }
    @keyframes appear {
      from {
        visibility: hidden;
      }
    }
  `,
];
