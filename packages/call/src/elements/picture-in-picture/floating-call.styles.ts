import { css } from 'lit';

/** A stage, dark in both themes, as a picture wants it. It stands alone: the page's styles do not reach this window. */
export const floatingCallStyles = css`
  :root {
    color-scheme: dark;
    font-family: system-ui, sans-serif;
    font-size: 14px;
  }
  body {
    margin: 0;
    background: #0e1013;
    color: #fff;
  }
  main {
    position: relative;
    display: grid;
    block-size: 100vh;
    place-items: center;
    overflow: hidden;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .avatar {
    display: grid;
    inline-size: 72px;
    block-size: 72px;
    place-items: center;
    margin-block-end: 40px;
    border-radius: 50%;
    background: #2a2f37;
    font-size: 26px;
    font-weight: 600;
  }
  .who {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    display: flex;
    gap: 8px;
    max-inline-size: calc(100% - 16px);
    margin: 0;
    padding: 4px 8px;
    border-radius: 8px;
    background: rgb(0 0 0 / 0.7);
    font-variant-numeric: tabular-nums;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar {
    position: absolute;
    inset-block-end: 8px;
    display: flex;
    gap: 8px;
    padding: 6px;
    border-radius: 99px;
    background: rgb(0 0 0 / 0.7);
  }
  button {
    display: grid;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    place-items: center;
    border: 1px solid transparent;
    border-radius: 50%;
    background: #2a2f37;
    color: #fff;
    cursor: pointer;
  }
  button.off {
    background: #fff;
    color: #0e1013;
  }
  button.end {
    inline-size: 52px;
    border-radius: 99px;
    background: #c4212b;
  }
  button:focus-visible {
    outline: 2px solid #7db3ff;
    outline-offset: 2px;
  }
  svg {
    inline-size: 18px;
    block-size: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
  }
`;
