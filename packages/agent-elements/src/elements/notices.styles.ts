import { css } from 'lit';

export const noticeStyles = css`
  .notices {
    display: grid;
    gap: 8px;
  }
  .card + .notices:not(:empty) {
    margin-block-start: 12px;
  }
  .notice {
    display: flex;
    align-items: start;
    gap: 8px;
    padding: 8px 4px 8px 12px;
    border-radius: var(--cc-corner-small);
    background: var(--cc-attention-tint);
    color: var(--cc-attention-text);
    font-size: 13px;
  }
  .notice:dir(rtl) {
    padding: 8px 12px 8px 4px;
  }
  .notice .wrap {
    flex: 1;
    padding-block: 6px;
  }
  .notice > .icon {
    margin-block-start: 6px;
  }
  .notice code {
    display: block;
    font-size: 12px;
    user-select: all;
  }
`;
