import { html, type TemplateResult } from 'lit';
import { icon, type Icon } from './icon/icon.js';

export interface Control {
  /** What pressing it does, in a word: its name, and its tip. */
  readonly word: string;
  /** The slot by which a host page brings a word of its own; the unnamed one where there is none. */
  readonly slot?: string;
  readonly drawing: Icon;
  /** How it looks besides: `filled` while something is off or on that is not usual, `end`, `resume`. */
  readonly look?: string;
  /** The word stands beside the drawing. */
  readonly wordy?: boolean;
  /** An answer is awaited. A disabled button would lose the focus of whoever pressed it; it waits instead. */
  readonly pending: boolean;
  readonly press: () => void;
}

/** One control of a call, drawn as all of them are (`controlStyles`). While an answer is awaited it does nothing. */
export function renderControl({
  word,
  slot,
  drawing,
  look = '',
  wordy = false,
  pending,
  press,
}: Control): TemplateResult {
  const inner = slot === undefined ? html`<slot>${word}</slot>` : html`<slot name=${slot}>${word}</slot>`;
  return html`
    <button
      part="button"
      class="control ${look}"
      type="button"
      title=${word}
      aria-disabled=${pending ? 'true' : 'false'}
      @click=${() => {
        if (!pending) press();
      }}
    >
      ${icon(drawing)}
      <span class=${wordy ? '' : 'visually-hidden'}>${inner}</span>
    </button>
  `;
}
