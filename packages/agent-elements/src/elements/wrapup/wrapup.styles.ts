import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    section {
      display: grid;
      gap: 12px;
      padding-block-end: 16px;
      box-shadow: var(--cc-shadow);
    }
    section > :not(.track) {
      margin-inline: 16px;
    }
    .track {
      block-size: 4px;
      background: var(--cc-sunken);
    }
    .track > div {
      block-size: 100%;
      background: var(--cc-accent);
      transform-origin: 0 50%;
      animation: run-down 30s linear both;
    }
    .track:dir(rtl) > div {
      transform-origin: 100% 50%;
    }
    header,
    .head {
      display: flex;
      align-items: baseline;
      justify-content: space-between;
      gap: 12px;
    }
    h2 {
      font-size: 16px;
      line-height: 1.2;
      font-weight: 600;
    }
    header {
      flex-wrap: wrap;
    }
    .time {
      display: flex;
      flex-wrap: wrap;
      flex: 1;
      align-items: baseline;
      justify-content: flex-end;
      gap: 4px 8px;
    }
    .extend {
      margin-inline-end: -8px;
      padding-inline: 8px;
      color: var(--cc-accent);
      font-weight: 500;
      white-space: nowrap;
    }
    .left {
      color: var(--cc-muted);
    }
    [data-almost-over='true'] .left {
      color: var(--cc-attention-text);
      font-weight: 600;
    }
    [data-almost-over='true'] .track > div {
      background: var(--cc-attention);
    }
    #note {
      min-block-size: 88px;
    }
    .note-state {
      display: flex;
      align-items: center;
      gap: 4px;
      min-block-size: 19px;
      color: var(--cc-muted);
    }
    .note-state .icon {
      inline-size: 14px;
      block-size: 14px;
    }
    .note-state[data-state='failed'] {
      color: var(--cc-danger-text);
    }
    .rating {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 4px 12px;
    }
    .stars {
      display: flex;
      /* Their pictures, not their round room, end where the fields end. */
      margin-inline-end: -6px;
    }
    .star {
      display: grid;
      place-items: center;
      inline-size: var(--cc-target);
      block-size: var(--cc-target);
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      color: var(--cc-muted);
      cursor: pointer;
    }
    .star:hover {
      background: var(--cc-sunken);
    }
    .star .icon {
      inline-size: 20px;
      block-size: 20px;
    }
    .star.on {
      color: var(--cc-accent);
    }
    .star.on .icon {
      fill: currentColor;
    }
    .end {
      display: flex;
      align-items: end;
      gap: 12px;
    }
    .end .field {
      flex: 1;
    }
    @keyframes run-down {
      to {
        transform: scaleX(0);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      /* A bar that jumps says nothing; the time beside it does. */
      .track > div {
        animation: none;
        opacity: 0.4;
      }
    }
    @media (forced-colors: active) {
      .star.on {
        color: Highlight;
      }
      .track > div {
        background: Highlight !important;
      }
    }
  `,
];
