import { css } from 'lit';

export const styles = css`
  /* It has to be in the page for the browser to float it, and is seen there nowhere. */
  video {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    opacity: 0;
    pointer-events: none;
  }
`;
