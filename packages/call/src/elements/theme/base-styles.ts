import { css } from 'lit';
import { visuallyHidden } from './visually-hidden.js';

/** Box model, font and colours of every element's host, and the `hidden` attribute. */
export const hostStyles = css`
  :host {
    box-sizing: border-box;
    font-family: var(--cc-family);
    font-size: var(--cc-font-size);
    line-height: 1.45;
    color: var(--cc-text);
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([density='agent']) {
    --cc-target: 32px;
    --cc-font-size: 13px;
  }
  :host([density='customer']) {
    --cc-target: 44px;
    --cc-font-size: 14px;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--cc-accent);
    outline-offset: 2px;
  }
  .icon {
    display: block;
    flex: none;
  }
  .numbers,
  [role='timer'] {
    font-variant-numeric: tabular-nums;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 1ms !important;
      animation-iteration-count: 1 !important;
      transition: none !important;
    }
  }
`;

/** `.button`, with one of `primary`, `answer`, `danger`, `quiet`; without one it is secondary. `round` for icons alone. */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: var(--cc-target);
    min-inline-size: var(--cc-target);
    margin: 0;
    padding: 4px 16px;
    border: 1px solid var(--cc-outline);
    border-radius: var(--cc-corner-small);
    background: var(--cc-raised);
    color: var(--cc-text);
    font: 500 1em/1.2 var(--cc-family);
    text-align: center;
    text-wrap: balance;
    cursor: pointer;
    transition:
      background-color 120ms var(--cc-ease),
      border-color 120ms var(--cc-ease);
  }
  .button:hover {
    background: color-mix(in oklab, var(--cc-raised), var(--cc-text) 7%);
  }
  .button:active {
    background: color-mix(in oklab, var(--cc-raised), var(--cc-text) 13%);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  .button.primary {
    border-color: transparent;
    background: var(--cc-primary);
    color: var(--cc-on-primary);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--cc-primary), var(--cc-primary-opposite) 10%);
  }
  .button.answer {
    border-color: transparent;
    background: var(--cc-answer);
    color: var(--cc-on-answer);
  }
  .button.answer:hover {
    background: color-mix(in oklab, var(--cc-answer), black 12%);
  }
  .button.danger {
    border-color: transparent;
    background: var(--cc-danger);
    color: var(--cc-on-danger);
  }
  .button.danger:hover {
    background: color-mix(in oklab, var(--cc-danger), black 12%);
  }
  .button.quiet {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet:hover {
    background: color-mix(in oklab, transparent, var(--cc-text) 8%);
  }
  .button.round {
    padding: 0;
    border-radius: 999px;
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText !important;
    }
    .button.primary,
    .button.answer,
    .button.danger {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .button:disabled {
      border-color: GrayText !important;
      color: GrayText;
      opacity: 1;
    }
  }
`;

/** `.field` (label above control), `.input` for text, select and textarea. */
export const inputStyles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 4px;
    min-inline-size: 0;
  }
  .field > label,
  .label {
    font-weight: 500;
  }
  .input {
    inline-size: 100%;
    min-block-size: var(--cc-target);
    min-inline-size: 0;
    margin: 0;
    padding: 4px 12px;
    border: 1px solid var(--cc-outline);
    border-radius: var(--cc-corner-small);
    background: var(--cc-raised);
    color: var(--cc-text);
    font: inherit;
    text-overflow: ellipsis;
  }
  .input::placeholder {
    color: var(--cc-muted);
    opacity: 1;
  }
  .input[aria-invalid='true'] {
    border-color: var(--cc-danger-text);
  }
  .input:disabled {
    opacity: 0.6;
  }
  textarea.input {
    padding-block: 8px;
    resize: vertical;
  }
  select.input {
    appearance: none;
    /* In WebKit a long name would widen the page. */
    overflow: clip;
    padding-inline-end: 32px;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--cc-muted) 50%),
      linear-gradient(-45deg, transparent 50%, var(--cc-muted) 50%);
    background-position:
      right 18px top calc(50% + 1px),
      right 12px top calc(50% + 1px);
    background-size: 6px 6px;
    background-repeat: no-repeat;
    /* The name of a device may run against the direction of the page. */
    unicode-bidi: plaintext;
    cursor: pointer;
  }
  select.input:dir(rtl) {
    background-position:
      left 12px top calc(50% + 1px),
      left 18px top calc(50% + 1px);
  }
  @media (forced-colors: active) {
    select.input {
      appearance: auto;
    }
  }
  .hint {
    color: var(--cc-muted);
    font-size: 13px;
  }
  .error {
    color: var(--cc-danger-text);
    font-size: 13px;
  }
`;

/** `.chip`, with `good`, `attention` or `danger` for a meaning; `.avatar` with initials. */
export const markStyles = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 2px 8px;
    border: 1px solid var(--cc-hairline);
    border-radius: 999px;
    background: var(--cc-sunken);
    color: var(--cc-text);
    font-size: 13px;
    line-height: 1.2;
  }
  .chip.good {
    color: var(--cc-good-text);
  }
  .chip.attention {
    border-color: transparent;
    background: var(--cc-attention-tint);
    color: var(--cc-attention-text);
  }
  .chip.danger {
    border-color: transparent;
    background: var(--cc-danger-tint);
    color: var(--cc-danger-text);
  }
  .avatar {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: var(--cc-avatar-size, 40px);
    block-size: var(--cc-avatar-size, 40px);
    border-radius: 50%;
    background: var(--cc-accent-tint);
    color: var(--cc-text);
    font-size: calc(var(--cc-avatar-size, 40px) * 0.38);
    font-weight: 600;
    line-height: 1;
    user-select: none;
  }
  .muted {
    color: var(--cc-muted);
  }
  .truncate {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

/** All of it: what most elements adopt. A single control takes only the parts it needs. */
export const baseStyles = [hostStyles, buttonStyles, inputStyles, markStyles, visuallyHidden];
