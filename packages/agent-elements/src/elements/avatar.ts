import { icon, initials, userIcon } from '@carillon/call';
import { html } from 'lit';

/** A round mark with a name's initials, or a neutral one for somebody whose name is not known. */
export const renderAvatar = (name: string | null) =>
  html`<span class="avatar" aria-hidden="true">${initials(name) || icon(userIcon)}</span>`;
