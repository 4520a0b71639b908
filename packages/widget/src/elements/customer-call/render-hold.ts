import { html, type TemplateResult } from 'lit';
import type { SoundSwitch } from '../../sound/sound-switch.js';
import type { LinkController } from '../link-controller.js';
import { renderSoundSwitch } from '../render-sound-switch.js';

/** What a customer on hold is told, and the switch of what they hear meanwhile (HLD-5). */
export const renderHold = (link: LinkController, sound: SoundSwitch, name: string): TemplateResult => html`
  <div class="hold" role="status">
    <p>${link.t('in-call.held', { name })}</p>
    ${renderSoundSwitch(link, sound)}
  </div>
`;
