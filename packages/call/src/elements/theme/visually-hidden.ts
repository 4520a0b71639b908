import { css } from 'lit';

/** Read out, not seen. */
export const visuallyHidden = css`
  /* A heading that is given the focus is heard, not shown. */
  h1.visually-hidden,
  .visually-hidden:not(:focus-within) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
