import type { WrapUpField } from '@carillon/contract';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Draft } from './draft.js';

/** By another name: in a text area white space is text, and the build leaves such a template as it is written. */
const verbatim = html;

export interface ControlOptions {
  readonly field: WrapUpField;
  readonly text: string;
  /** Ids of what describes it. */
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly words: { readonly none: string; readonly yes: string; readonly no: string };
  /** `done`: nothing more is being typed. */
  readonly changed: (draft: Draft, done: boolean) => void;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const types = { number: 'number', date: 'date' } as const;

/** The native control for a kind of field: what a browser can do with it by keyboard, touch and voice comes along. */
export function renderControl({ field, text, describedBy, invalid, words, changed }: ControlOptions) {
  const { key, kind, required, choices } = field;
  const tell = (done: boolean) => (event: Event) => {
    const { value, validity } = event.target as Control;
    changed({ text: value, bad: validity.badInput }, done);
  };
  const aria = invalid ? 'true' : 'false';
  if (kind === 'long-text')
    return verbatim`<textarea
        id=${key}
        class="input"
        rows="3"
        dir="auto"
        aria-required=${required}
        aria-invalid=${aria}
        aria-describedby=${describedBy || nothing}
        .value=${live(text)}
        @input=${tell(false)}
        @blur=${tell(true)}
      ></textarea>`;
  if (kind === 'choice' || kind === 'yes-no') {
    const options =
      kind === 'choice'
        ? choices.map((one) => [one, one])
        : [
            ['yes', words.yes],
            ['no', words.no],
          ];
    return html`<select
      id=${key}
      class="input"
      aria-required=${required}
      aria-invalid=${aria}
      aria-describedby=${describedBy || nothing}
      @change=${tell(true)}
    >
      <option value="" ?selected=${text === ''}>${words.none}</option>
      ${options.map(([value, label]) => html`<option value=${value} dir="auto" ?selected=${value === text}>${label}</option>`)}
    </select>`;
  }
  return html`<input
    id=${key}
    class="input"
    type=${kind === 'text' ? 'text' : types[kind]}
    step=${kind === 'number' ? 'any' : nothing}
    dir=${kind === 'text' ? 'auto' : nothing}
    autocomplete="off"
    aria-required=${required}
    aria-invalid=${aria}
    aria-describedby=${describedBy || nothing}
    .value=${live(text)}
    @input=${tell(false)}
    @blur=${tell(true)}
  />`;
}
