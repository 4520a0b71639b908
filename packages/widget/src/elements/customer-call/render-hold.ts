import { html, type TemplateResult } from 'lit';
import type { Announcement } from '../../sound/hold-parts.js';
import type { SoundSwitch } from '../../sound/sound-switch.js';
import type { LinkController } from '../link-controller.js';
import { renderSoundSwitch } from '../render-sound-switch.js';

/** What a customer is told whom nobody hears just now, and the switch of what they hear meanwhile (HLD-5, TRA-5). */
export const renderHold = (
  link: LinkController,
  sound: SoundSwitch,
  words: string,
  announcement: Announcement | null = null,
): TemplateResult => html`
  <div class="hold" role="status">
    <p>${words}${announcement?.url === null ? ` ${announcement.words}` : ''}</p>
    ${renderSoundSwitch(link, sound)}
  </div>
`;
