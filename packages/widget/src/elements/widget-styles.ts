import { baseStyles } from '@carillon/call';
import { css } from 'lit';

/** What the customer's screens share: one calm column on the canvas, a brand mark, large words (visual-language.md). */
export const widgetStyles = [
  baseStyles,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      min-block-size: 100%;
      min-inline-size: 0;
      --cc-font-size: 16px;
    }
    h1,
    h2,
    p {
      margin: 0;
    }
    h1 {
      font-size: 28px;
      font-weight: 600;
      line-height: 1.2;
      overflow-wrap: anywhere;
      text-wrap: balance;
    }
    /* It takes the focus so that a screen is read from its top, and nobody sees a ring around a heading. */
    h1:focus {
      outline: none;
    }
    p {
      overflow-wrap: anywhere;
      text-wrap: pretty;
    }
    .column {
      display: grid;
      gap: 16px;
      align-content: center;
      inline-size: min(480px, 100% - 2 * var(--cc-sheet-gap, 0px));
      margin: var(--cc-sheet-gap, 0px) auto;
      padding: 24px 16px;
      /* On a company's picture all that is read lies on a sheet. */
      align-self: var(--cc-sheet-align, stretch);
      background: var(--cc-sheet, transparent);
      border-radius: var(--cc-sheet-corner, 0);
      box-shadow: var(--cc-sheet-shadow, none);
    }
    .small {
      font-size: 13px;
    }
    .mark {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 56px;
      block-size: 56px;
      border-radius: 50%;
      background: var(--cc-accent-tint);
      color: var(--cc-accent);
    }
    .mark .icon {
      inline-size: 26px;
      block-size: 26px;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .actions > * {
      flex: 1 1 auto;
    }
    .attention {
      padding: 8px 12px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-attention-tint);
      color: var(--cc-attention-text);
    }
    .failure {
      padding: 8px 12px;
      border-radius: var(--cc-corner-small);
      background: var(--cc-danger-tint);
      color: var(--cc-danger-text);
    }
    /* Inherited colours would go from element to element, one frame each. */
    @media (prefers-reduced-motion: reduce) {
      *,
      *::before,
      *::after {
        transition: none !important;
      }
    }
    @media (forced-colors: active) {
      .mark,
      .attention,
      .failure {
        border: 1px solid CanvasText;
      }
    }
  `,
];
