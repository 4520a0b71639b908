import { initials } from '@carillon/call';
import type { Brand } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';

/** A picture that does not come leaves its place to the initials. */
const giveWay = (event: Event) => ((event.target as HTMLElement).hidden = true);

/** The sign of a company beside its name: its logo, else its initials. */
export const renderBrand = ({ name }: Brand, logoUrl: string | null): TemplateResult => html`
  ${logoUrl === null ? nothing : html`<img class="logo picture" src=${logoUrl} alt="" @error=${giveWay} />`}
  <span class="logo initials" aria-hidden="true">${initials(name)}</span>
`;
