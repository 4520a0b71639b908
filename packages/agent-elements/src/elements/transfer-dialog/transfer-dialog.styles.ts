import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    dialog {
      inline-size: min(400px, calc(100vw - 24px));
      max-block-size: min(560px, calc(100dvh - 24px));
      padding: 0;
      box-shadow: var(--cc-shadow);
    }
    .dialog {
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner);
      background: var(--cc-panel);
      color: var(--cc-text);
      overflow: clip;
    }
    dialog[open],
    section {
      display: flex;
      flex-direction: column;
    }
    dialog::backdrop {
      background: rgb(10 12 18 / 0.48);
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      padding: 8px 8px 4px 16px;
    }
    header:dir(rtl) {
      padding: 8px 16px 4px 8px;
    }
    h2 {
      font-size: 16px;
      font-weight: 600;
    }
    .tabs {
      display: flex;
      gap: 4px;
      padding: 0 16px;
      border-block-end: 1px solid var(--cc-hairline);
    }
    .tab {
      min-inline-size: 0;
      min-block-size: var(--cc-target);
      margin-block-end: -1px;
      padding: 6px 8px;
      border: 0;
      border-block-end: 2px solid transparent;
      background: none;
      color: var(--cc-muted);
      font: inherit;
      font-size: 13px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      cursor: pointer;
    }
    .tab[aria-selected='true'] {
      border-color: var(--cc-accent);
      color: var(--cc-text);
      font-weight: 600;
    }
    .tab:focus-visible {
      outline: 2px solid var(--cc-accent);
      outline-offset: -2px;
    }
    .panel {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-block-size: 0;
    }
    .tools {
      display: flex;
      gap: 8px;
      padding: 12px 16px 8px;
    }
    .tools .input {
      flex: 1;
      min-inline-size: 0;
    }
    .rows {
      flex: 1;
      min-block-size: 0;
      padding: 0 8px;
      overflow-y: auto;
    }
    .row {
      display: flex;
      align-items: center;
      gap: 10px;
      min-block-size: 48px;
      padding: 6px 8px;
      border-radius: 8px;
      cursor: pointer;
    }
    .row[data-can='true']:hover {
      background: var(--cc-sunken);
    }
    .row[data-can='false'] {
      cursor: default;
    }
    .row[data-can='false'] .name {
      color: var(--cc-muted);
    }
    .row input {
      flex: none;
      inline-size: 16px;
      block-size: 16px;
      margin: 0;
      accent-color: var(--cc-accent);
    }
    .row:has(input:focus-visible) {
      outline: 2px solid var(--cc-accent);
      outline-offset: -2px;
    }
    .row input:focus-visible {
      outline: none;
    }
    .avatar,
    .queue {
      --cc-avatar-size: 32px;
      flex: none;
    }
    .queue {
      display: grid;
      inline-size: 32px;
      block-size: 32px;
      place-items: center;
      border-radius: 8px;
      background: var(--cc-sunken);
      color: var(--cc-muted);
    }
    .name {
      display: block;
      line-height: 1.3;
    }
    .about {
      display: flex;
      align-items: center;
      flex-wrap: wrap;
      gap: 0 6px;
    }
    .dot {
      flex: none;
      inline-size: 8px;
      block-size: 8px;
      border: 1px solid var(--cc-muted);
      border-radius: 50%;
    }
    .dot[data-state='available'],
    .dot[data-state='missed'] {
      border-color: var(--cc-answer);
      background: var(--cc-answer);
    }
    .state {
      padding: 16px;
    }
    .warning,
    .problem {
      margin: 4px 16px 8px;
      padding: 8px 12px;
      border-radius: 8px;
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
      font-size: 13px;
    }
    .progress {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 16px;
    }
    .mark {
      display: grid;
      flex: none;
      inline-size: 40px;
      block-size: 40px;
      place-items: center;
      border-radius: 50%;
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
    }
    footer {
      display: flex;
      justify-content: flex-end;
      gap: 8px;
      padding: 12px 16px;
      border-block-start: 1px solid var(--cc-hairline);
    }
    footer:empty {
      display: none;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 12px;
      padding: 8px 12px;
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
      font-size: 13px;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      margin-inline-start: auto;
    }
    @media (prefers-reduced-motion: no-preference) {
      .mark[data-state='ringing'] svg {
        animation: nudge 1.2s ease-in-out infinite;
      }
      @keyframes nudge {
        0%,
        60%,
        100% {
          transform: none;
        }
        70%,
        90% {
          transform: rotate(-10deg);
        }
        80% {
          transform: rotate(10deg);
        }
      }
    }
    @media (forced-colors: active) {
      .tab[aria-selected='true'] {
        border-color: Highlight;
      }
      .dot[data-state='available'],
      .dot[data-state='missed'] {
        background: CanvasText;
        forced-color-adjust: none;
      }
    }
  `,
];
