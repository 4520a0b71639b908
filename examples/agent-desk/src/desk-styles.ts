import { css } from 'lit';

/** What every part of the desk shares. */
export const deskStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: 16px;
    line-height: 1.2;
    font-weight: 600;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--desk-accent);
    outline-offset: 2px;
  }
  .button {
    min-block-size: 36px;
    padding-inline: 14px;
    border: 1px solid var(--desk-line);
    border-radius: 8px;
    background: var(--desk-panel);
    font-weight: 500;
  }
  .button:hover:not(:disabled) {
    background: var(--desk-raised);
  }
  .primary {
    border-color: transparent;
    background: var(--desk-accent);
    color: var(--desk-on-accent);
  }
  .primary:hover:not(:disabled) {
    background: color-mix(in oklch, var(--desk-accent), var(--desk-text) 15%);
  }
  .icon {
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 8px;
    background: none;
    flex: none;
  }
  .icon:hover {
    background: var(--desk-raised);
  }
  svg {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .muted {
    color: var(--desk-muted);
  }
  .error {
    color: var(--desk-danger);
  }
  .state {
    padding: 32px 24px;
    display: grid;
    gap: 12px;
    justify-items: center;
    text-align: center;
    color: var(--desk-muted);
  }
  @media (forced-colors: active) {
    .primary {
      border-color: ButtonText;
    }
  }
`;
