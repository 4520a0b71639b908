import { icon, phoneIcon, videoIcon, videoOffIcon } from '@carillon/call';
import type { LinkMedia, Medium } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LinkController } from '../link-controller.js';

export interface Start {
  /** How the link allows to call. */
  readonly media: LinkMedia;
  readonly busy: boolean;
  /** The call is being started. */
  readonly starting: boolean;
  readonly cameraFailed: boolean;
  readonly start: (medium: Medium) => void;
}

/** The buttons that start the call: the one to be seen, the one to be heard, as the link allows. */
export function renderStart(
  host: LinkController,
  { media, busy, starting, cameraFailed, start }: Start,
): readonly (TemplateResult | typeof nothing)[] {
  const video = starting ? 'prejoin.starting' : cameraFailed ? 'prejoin.without-camera' : 'prejoin.video';
  const audio = starting && media === 'audio' ? 'prejoin.starting' : 'prejoin.audio';
  return [
    media === 'audio'
      ? nothing
      : html`<button class="button primary" type="button" aria-disabled=${busy} @click=${() => start('video')}>
          ${icon(cameraFailed ? videoOffIcon : videoIcon)}${host.t(video)}
        </button>`,
    media === 'video'
      ? nothing
      : html`<button
          class=${media === 'audio' ? 'button primary' : 'button'}
          type="button"
          aria-disabled=${busy}
          @click=${() => start('audio')}
        >
          ${icon(phoneIcon)}${host.t(audio)}
        </button>`,
  ];
}
