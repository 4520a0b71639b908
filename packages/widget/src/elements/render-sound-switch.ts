import { icon, volumeIcon, volumeOffIcon } from '@carillon/call';
import { html, nothing, type TemplateResult } from 'lit';
import type { SoundSwitch } from '../sound/sound-switch.js';
import type { LinkController } from './link-controller.js';

/** The switch of what a customer hears while waiting or on hold; nothing where there is nothing to hear. */
export function renderSoundSwitch(link: LinkController, sound: SoundSwitch): TemplateResult | typeof nothing {
  const { wanted, audible } = sound;
  if (wanted === null) return nothing;
  return html`<button class="button" type="button" @click=${sound.toggle}>
    ${icon(audible ? volumeIcon : volumeOffIcon)} ${link.t(`waiting.${wanted}-${audible ? 'off' : 'on'}`)}
  </button>`;
}
