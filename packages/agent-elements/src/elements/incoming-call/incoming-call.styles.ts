import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';
import { noticeStyles } from '../notices.styles.js';

export const styles = [
  agentStyles,
  noticeStyles,
  css`
    section {
      box-shadow: var(--cc-shadow);
    }
    header {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      padding: 12px 16px 0;
    }
    .who {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 12px 16px 0;
    }
    .avatar {
      --cc-avatar-size: 48px;
      animation: call 2s ease-in-out infinite;
    }
    h2 {
      font-size: 16px;
      line-height: 1.25;
      font-weight: 600;
    }
    .number {
      display: flex;
      align-items: center;
      gap: 4px;
    }
    .number[data-alone='true'] {
      font-size: 16px;
      font-weight: 600;
    }
    .via {
      display: flex;
      align-items: center;
      gap: 4px;
    }
    .via .icon {
      inline-size: 16px;
      block-size: 16px;
    }
    .transferred {
      color: var(--cc-attention-text);
    }
    .copy-result {
      padding-inline: 76px 16px;
      color: var(--cc-good-text);
    }
    .copy-result:empty {
      display: none;
    }
    .copy-result[data-failed='true'] {
      color: var(--cc-danger-text);
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      padding: 12px 16px 0;
    }
    .chip .icon {
      inline-size: 14px;
      block-size: 14px;
    }
    .actions {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      padding: 16px;
    }
    .decline {
      margin-inline-start: -8px;
      padding-inline: 8px;
      color: var(--cc-danger-text);
      white-space: nowrap;
    }
    .actions .answer {
      position: relative;
      flex: 1 0 auto;
      max-inline-size: 200px;
      white-space: nowrap;
      min-block-size: 44px;
      margin: 4px;
      border-radius: 999px;
      font-weight: 600;
    }
    /* The time that is left runs out around the button. */
    .ring {
      position: absolute;
      inset: -6px;
      inline-size: calc(100% + 12px);
      block-size: calc(100% + 12px);
      overflow: visible;
      pointer-events: none;
    }
    .ring-line {
      x: 1px;
      y: 1px;
      width: calc(100% - 2px);
      height: calc(100% - 2px);
      rx: 28px;
      fill: none;
      stroke: var(--cc-answer);
      stroke-width: 2px;
      stroke-linecap: round;
      stroke-dasharray: 100;
      animation: run-out 30s linear both;
    }
    .banner {
      margin-block-start: 16px;
    }
    @keyframes run-out {
      to {
        stroke-dashoffset: 100;
      }
    }
    @keyframes call {
      50% {
        box-shadow: 0 0 0 5px color-mix(in oklab, var(--cc-answer), transparent 75%);
      }
    }
    @container (inline-size < 300px) {
      .decline .icon {
        display: none;
      }
    }
    @container (inline-size < 240px) {
      .actions {
        flex-direction: column-reverse;
        align-items: stretch;
      }
      .actions .answer {
        max-inline-size: none;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .ring {
        display: none;
      }
    }
  `,
];
