import { icon, type Icon } from '@carillon/call';
import { html, type TemplateResult } from 'lit';

/** A round button over the preview that turns something on or off; its words say what a click does. */
export const renderToggle = (words: string, drawing: Icon, toggle: () => void): TemplateResult =>
  html`<button class="button round toggle" type="button" aria-label=${words} title=${words} @click=${toggle}>
    ${icon(drawing)}
  </button>`;
