import type { WaitingSound } from '@carillon/contract';
import { html, nothing } from 'lit';
import type { AdminApi } from './admin-api.js';
import type { HoldChoice } from './hold-choice.js';
import './sound-field.js';

const announcements: readonly (readonly [HoldChoice['announces'], string])[] = [
  ['none', 'Nothing'],
  ['built-in', 'A sentence in the customer’s language'],
  ['file', 'A file of your own'],
];

export interface HoldFields {
  readonly api: AdminApi;
  readonly choice: HoldChoice;
  readonly sounds: readonly (readonly [WaitingSound, string])[];
  readonly change: (change: Partial<HoldChoice>) => void;
}

const valueOf = <Value extends string>(event: Event) => (event.target as HTMLSelectElement).value as Value;
const idOf = (event: Event) => (event as CustomEvent<string | null>).detail;

/** What the customers of a queue hear on hold: what plays, what is announced over it and how often. */
export const renderHold = ({ api, choice, sounds, change }: HoldFields) => html`
  <fieldset>
    <legend>On hold, customers hear</legend>
    <div class="field">
      <label for="hold-sound">Sound</label>
      <select id="hold-sound" name="hold-sound" @change=${(event: Event) => change({ sound: valueOf(event) })}>
        ${sounds.map(
          ([value, label]) => html`<option value=${value} ?selected=${value === choice.sound}>${label}</option>`,
        )}
      </select>
    </div>
    ${
      choice.sound === 'music'
        ? html`<desk-sound-field
            label="Music of your own"
            .api=${api}
            .value=${choice.music}
            @desk-file=${(event: Event) => change({ music: idOf(event) })}
          ></desk-sound-field>`
        : nothing
    }
    <div class="field">
      <label for="hold-says">Announcement</label>
      <select
        id="hold-says"
        name="hold-says"
        aria-describedby=${choice.announces === 'built-in' ? 'hold-says-hint' : nothing}
        @change=${(event: Event) => change({ announces: valueOf(event) })}
      >
        ${announcements.map(
          ([value, label]) => html`<option value=${value} ?selected=${value === choice.announces}>${label}</option>`,
        )}
      </select>
      ${
        choice.announces === 'built-in'
          ? html`<p id="hold-says-hint" class="hint">
              It is shown, and spoken where the customer’s device has a voice for their language.
            </p>`
          : nothing
      }
    </div>
    ${
      choice.announces === 'file'
        ? html`<desk-sound-field
            label="Announcement file"
            .api=${api}
            .value=${choice.announcement}
            @desk-file=${(event: Event) => change({ announcement: idOf(event) })}
          ></desk-sound-field>`
        : nothing
    }
    ${choice.announces === 'none' ? nothing : renderEvery(choice, change)}
  </fieldset>
`;

const renderEvery = ({ everyMs }: HoldChoice, change: HoldFields['change']) => html`
  <div class="field">
    <label for="hold-every">Repeated after, in seconds</label>
    <input
      id="hold-every"
      name="hold-every"
      type="number"
      min="10"
      max="600"
      required
      aria-describedby="hold-every-hint"
      .value=${`${everyMs / 1_000}`}
      @change=${(event: Event) => change({ everyMs: Number((event.target as HTMLInputElement).value) * 1_000 })}
    />
    <p id="hold-every-hint" class="hint">From 10 to 600, counted from its end.</p>
  </div>
`;
