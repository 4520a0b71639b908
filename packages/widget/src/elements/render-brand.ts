import { initials } from '@carillon/call';
import { html, type TemplateResult } from 'lit';

/** The sign of a company: its initials, until links carry a logo. */
export const renderBrand = (name: string): TemplateResult =>
  html`<span class="logo" aria-hidden="true">${initials(name)}</span>`;
