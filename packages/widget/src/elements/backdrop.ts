import { parseColor } from '@carillon/call';
import type { Brand } from '@carillon/contract';
import { css, html, nothing, type TemplateResult } from 'lit';

const giveWay = (event: Event) => ((event.target as HTMLElement).hidden = true);

/** Whether a company has given its pages a colour or a picture to stand on. */
export const isDressed = (brand: Brand | undefined): boolean => Boolean(brand?.background || brand?.backgroundImage);

/** What is behind the screens of a link, all but the call itself: the company's picture, on its colour. */
export const renderBackdrop = (imageUrl: string | null): TemplateResult => html`
  <div class="backdrop" aria-hidden="true">
    ${imageUrl === null ? nothing : html`<img src=${imageUrl} alt="" @error=${giveWay} />`}
  </div>
`;

/** Paints the backdrop by a parsed colour: as a property, since the page's policy takes no style in markup. */
export function paintBackdrop(backdrop: HTMLElement | null, color: string | null | undefined): void {
  if (color && parseColor(color)) backdrop?.style.setProperty('--cc-backdrop', color);
  else backdrop?.style.removeProperty('--cc-backdrop');
}

/**
 * On a backdrop, screens lie on a sheet of the panel's colour: what is read never depends on the picture. In the dark
 * the colour is deep and the picture dimmed.
 */
export const backdropStyles = css`
  .backdrop {
    position: absolute;
    inset: 0;
    overflow: hidden;
    background: light-dark(
      var(--cc-backdrop, var(--cc-canvas)),
      oklch(from var(--cc-backdrop, var(--cc-canvas)) min(l, 0.3) c h)
    );
  }
  .backdrop img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .backdrop::after {
    content: '';
    position: absolute;
    inset: 0;
    background: light-dark(transparent, oklch(0 0 0 / 0.45));
  }
  .screen.dressed {
    position: relative;
    background: transparent;
    --cc-sheet: var(--cc-panel);
    --cc-sheet-corner: var(--cc-corner);
    --cc-sheet-shadow: var(--cc-shadow);
    --cc-sheet-gap: 12px;
    --cc-sheet-align: center;
  }
  @media (forced-colors: active) {
    .backdrop {
      display: none;
    }
  }
`;
