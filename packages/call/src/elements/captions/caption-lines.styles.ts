import { css } from 'lit';

/** `.lines`: what is said, in the size and colours that were chosen. */
export const captionLines = css`
  .lines {
    max-inline-size: min(100%, 48em);
    padding: 6px 12px;
    border-radius: 8px;
    background: #000;
    color: #fff;
    font-size: 16px;
    line-height: 1.4;
    text-align: start;
    pointer-events: auto;
  }
  .lines[data-size='150'] {
    font-size: 24px;
  }
  .lines[data-size='200'] {
    font-size: 32px;
  }
  .lines[data-size='300'] {
    font-size: 48px;
    line-height: 1.2;
  }
  .lines[data-colours='light'] {
    background: #fff;
    color: #000;
  }
  .lines[data-colours='yellow'] {
    color: #ffe14d;
  }
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
