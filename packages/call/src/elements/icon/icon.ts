import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A drawing on the 24 px grid: one of the `…Icon` functions of `icons.ts`. */
export type Icon = () => SVGTemplateResult;

/** Draws an icon at 20 px. It says nothing to a screen reader: the words beside it, or the label around it, do. */
export function icon(drawing: Icon): TemplateResult {
  return html`<svg
    class="icon"
    part="icon"
    viewBox="0 0 24 24"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${drawing()}
  </svg>`;
}
