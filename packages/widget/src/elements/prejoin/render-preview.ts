import { icon, micIcon, micOffIcon, switchCameraIcon, videoIcon, videoOffIcon } from '@carillon/call';
import { html, nothing, type TemplateResult } from 'lit';
import type { LinkController } from '../link-controller.js';
import type { CustomerDevices } from './customer-devices.js';
import { renderToggle } from './render-toggle.js';

export interface Preview {
  readonly devices: CustomerDevices;
  /** What asks for the devices, while none are there. */
  readonly asking: TemplateResult;
  readonly toggleMute: () => void;
  readonly toggleCamera: () => void;
  readonly turnCamera: () => void;
}

/** The own picture with what turns things on and off over it; before that, the question for the devices. */
export function renderPreview(host: LinkController, { asking, ...preview }: Preview): TemplateResult {
  const { camera, microphone, audioOnly, looksAway } = preview.devices;
  if (camera)
    return html`<div part="preview" class="preview">
      <video
        class=${looksAway ? '' : 'mirror'}
        aria-label=${host.t(looksAway ? 'prejoin.preview-back' : 'prejoin.preview')}
        autoplay
        playsinline
        .muted=${true}
      ></video>
      ${renderToggles(host, preview)}
    </div>`;
  if (microphone)
    return html`<div part="preview" class="preview">
      <div class="off">
        ${icon(audioOnly ? micIcon : videoOffIcon)}
        <span>${host.t(audioOnly ? 'prejoin.audio-only' : 'prejoin.camera-off')}</span>
      </div>
      ${renderToggles(host, preview)}
    </div>`;
  return html`<div part="preview" class="preview asks">${asking}</div>`;
}

function renderToggles(
  host: LinkController,
  { devices, toggleMute, toggleCamera, turnCamera }: Omit<Preview, 'asking'>,
) {
  const { mayMute, muted, audioOnly, camera, mayTurn } = devices;
  return html`<div class="toggles">
    ${
      mayMute
        ? renderToggle(host.t(muted ? 'prejoin.unmute' : 'prejoin.mute'), muted ? micOffIcon : micIcon, toggleMute)
        : nothing
    }
    ${camera && mayTurn ? renderToggle(host.t('prejoin.camera-turn'), switchCameraIcon, turnCamera) : nothing}
    ${
      audioOnly
        ? nothing
        : renderToggle(
            host.t(camera ? 'prejoin.camera-turn-off' : 'prejoin.camera-turn-on'),
            camera ? videoIcon : videoOffIcon,
            toggleCamera,
          )
    }
  </div>`;
}

/** Lets the preview show a track, where it shows another one. */
export function showTrack(video: HTMLVideoElement | null, track: MediaStreamTrack | null): void {
  const shown = video?.srcObject instanceof MediaStream ? (video.srcObject.getTracks()[0] ?? null) : null;
  if (video && shown !== track) video.srcObject = track ? new MediaStream([track]) : null;
}
