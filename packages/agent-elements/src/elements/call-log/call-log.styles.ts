import { css } from 'lit';
import { agentStyles } from '../agent-styles.js';

export const styles = [
  agentStyles,
  css`
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .day {
      padding: 8px 12px 4px;
      color: var(--cc-muted);
      font-size: 12px;
      font-weight: 600;
    }
    .day::first-letter {
      text-transform: uppercase;
    }
    .entry {
      display: grid;
      grid-template-columns: 28px minmax(0, 1fr) auto;
      align-items: start;
      gap: 0 8px;
      padding: 6px 12px;
    }
    /* A line from one picture to the next: what belongs together reads as one course. */
    .entry {
      position: relative;
    }
    .entry:not(:last-child)::before {
      content: '';
      position: absolute;
      inset-block: 36px -4px;
      inset-inline-start: 25.5px;
      inline-size: 1px;
      background: var(--cc-hairline);
    }
    .mark {
      display: grid;
      place-items: center;
      block-size: 28px;
      inline-size: 28px;
      border-radius: 50%;
      background: var(--cc-sunken);
      color: var(--cc-muted);
    }
    .mark .icon {
      inline-size: 16px;
      block-size: 16px;
    }
    .bad .mark {
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
    }
    .what {
      min-inline-size: 0;
      padding-block: 3px;
      overflow-wrap: anywhere;
    }
    .about {
      color: var(--cc-muted);
      font-size: 13px;
    }
    .written,
    .answers {
      margin: 4px 0 0;
      padding: 6px 10px;
      border-radius: 8px;
      background: var(--cc-sunken);
      overflow-wrap: anywhere;
    }
    .written,
    dd {
      white-space: pre-wrap;
    }
    .answers {
      display: grid;
      gap: 6px;
    }
    dt {
      color: var(--cc-muted);
      font-size: 13px;
    }
    dd {
      margin: 0;
    }
    time {
      padding-block: 5px;
      color: var(--cc-muted);
      font-size: 12px;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .state {
      display: grid;
      gap: 8px;
      justify-items: start;
      padding: 12px;
    }
  `,
];
