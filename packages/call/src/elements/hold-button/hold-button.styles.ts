import { css } from 'lit';

/** On hold there is one thing to do, in the colour of what is to be done. */
export const styles = css`
  .resume {
    --background: var(--cc-primary);
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding-inline: 16px 20px;
    color: var(--cc-on-primary);
    font: inherit;
    font-weight: 500;
  }
  :host([compact]) .resume {
    padding-inline: 0;
    justify-content: center;
  }
  .resume:hover {
    background: color-mix(in oklab, var(--background), black 12%);
  }
  @media (forced-colors: active) {
    .resume {
      forced-color-adjust: none;
      --background: Highlight;
      color: HighlightText;
    }
  }
`;
