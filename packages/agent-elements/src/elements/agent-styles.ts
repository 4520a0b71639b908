import { baseStyles } from '@carillon/call';
import { css } from 'lit';

/** What the agent's elements share: the base at an agent's density, and the card (visual-language.md). */
export const agentStyles = [
  baseStyles,
  css`
    :host {
      display: block;
      min-inline-size: 0;
      --cc-target: 32px;
      --cc-font-size: 14px;
    }
    /* With nothing to show an element takes no room, not even a gap in the host's layout. */
    :host([empty]) {
      display: none;
    }
    h2,
    h3,
    p,
    fieldset,
    legend {
      margin: 0;
      padding: 0;
      border: 0;
      font: inherit;
    }
    .card {
      container-type: inline-size;
      border: 1px solid var(--cc-hairline);
      border-radius: var(--cc-corner);
      background: var(--cc-panel);
      overflow: clip;
    }
    .small {
      font-size: 13px;
    }
    .strong {
      font-weight: 600;
    }
    .wrap {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .banner {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 8px 12px;
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
      font-size: 13px;
    }
    /* A finger needs more room than a mouse. */
    @media (pointer: coarse) {
      :host {
        --cc-target: 44px;
      }
    }
  `,
];
