import { icon, volumeIcon, volumeOffIcon } from '@carillon/call';
import { html, nothing, type TemplateResult } from 'lit';
import type { SoundSwitch } from '../../sound/sound-switch.js';
import type { LinkController } from '../link-controller.js';

/** What a customer on hold is told, and the switch of what they hear meanwhile (HLD-5). */
export function renderHold(link: LinkController, sound: SoundSwitch, name: string): TemplateResult {
  const { wanted, audible } = sound;
  return html`
    <div class="hold" role="status">
      <p>${link.t('in-call.held', { name })}</p>
      ${
        wanted === null
          ? nothing
          : html`<button class="button" type="button" @click=${sound.toggle}>
              ${icon(audible ? volumeIcon : volumeOffIcon)} ${link.t(`waiting.${wanted}-${audible ? 'off' : 'on'}`)}
            </button>`
      }
    </div>
  `;
}
