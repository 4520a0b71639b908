import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    inline-size: 100%;
    min-inline-size: 48px;
  }
  :host([hidden]) {
    display: none;
  }
  .track {
    block-size: 6px;
    border-radius: 3px;
    background: var(--cc-hairline);
    overflow: hidden;
  }
  .bar {
    block-size: 100%;
    border-radius: inherit;
    background: var(--cc-good-text);
    transform: scaleX(var(--cc-level, 0));
    transform-origin: left;
  }
  :host(:dir(rtl)) .bar {
    transform-origin: right;
  }
  @media (forced-colors: active) {
    .track {
      border: 1px solid CanvasText;
    }
    .bar {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
