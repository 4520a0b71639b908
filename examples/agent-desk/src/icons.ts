import { svg } from 'lit';

const icon = (paths: unknown) => svg`<svg viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

/** The CRM's own icons, drawn for this page. */
export const icons = {
  plus: icon(svg`<path d="M12 5v14M5 12h14" />`),
  close: icon(svg`<path d="M6 6l12 12M18 6 6 18" />`),
  exit: icon(svg`<path d="M14 4H7a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h7M10 12h10M17 8.5l3.5 3.5-3.5 3.5" />`),
  headphones: icon(
    svg`<path d="M4 16v-4a8 8 0 0 1 16 0v4M4 15a2 2 0 0 1 2-2h1v6H6a2 2 0 0 1-2-2zM20 15a2 2 0 0 0-2-2h-1v6h1a2 2 0 0 0 2-2z" />`,
  ),
  settings: icon(
    svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9" /><circle cx="15" cy="7" r="2" /><circle cx="9" cy="17" r="2" />`,
  ),
  list: icon(svg`<path d="M5 7h14M5 12h14M5 17h9" />`),
  thread: icon(svg`<path d="M5 5h14v10H11l-4 4v-4H5z" />`),
  phone: icon(svg`<path d="M7 4 4.6 5c-.4 7.7 6.7 14.8 14.4 14.4L20 17l-4-2.5-2 1.5c-2.3-1-4-2.7-5-5L10.5 9z" />`),
};
