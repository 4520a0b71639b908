import { soundProblem, soundTypes, type SoundProblem } from '@carillon/contract';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { UploadField } from './upload-field.js';

const refusals: Readonly<Record<SoundProblem, string>> = {
  body_too_large: 'The file is larger than 5 MB.',
  sound_unsupported: 'This is no WAV, MP3, Ogg or M4A sound.',
  sound_damaged: 'There is no sound in the file. Save it anew, and choose that.',
};

/** Chooses one sound, which can be listened to. */
@customElement('desk-sound-field')
export class SoundField extends UploadField {
  static override styles = [
    ...UploadField.styles,
    css`
      audio {
        inline-size: min(100%, 216px);
        block-size: 40px;
      }
    `,
  ];

  protected readonly accept = soundTypes;
  protected readonly hint = 'WAV, MP3, Ogg or M4A of at most 5 MB.';

  protected refusalOf(bytes: Uint8Array): string | null {
    const problem = soundProblem(bytes);
    return problem && refusals[problem];
  }

  protected async send(file: File): Promise<string> {
    return (await this.api.uploadSound(file)).id;
  }

  protected renderValue(id: string) {
    return html`<audio
      controls
      preload="none"
      src=${this.api.soundUrl(id)}
      aria-label=${`Play ${this.label.toLowerCase()}`}
    ></audio>`;
  }
}
