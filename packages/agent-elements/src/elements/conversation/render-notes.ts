import { chevronDownIcon, icon, type ProviderController } from '@carillon/call';
import type { TimelineEntry } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AgentController } from '../agent-controller.js';
import type { conversation } from '../localize/en/conversation.js';
import { noticeText } from '../notices.js';
import type { NoteDraft } from './note-drafts.js';

export interface RenderNotes {
  readonly agent: AgentController;
  readonly words: ProviderController<typeof conversation>;
  /** Newest first. */
  readonly notes: readonly TimelineEntry[];
  readonly draft: NoteDraft;
  /** Whether they are shown where there is no room for them beside the history. */
  readonly open: boolean;
  readonly toggle: () => void;
  readonly write: (text: string) => void;
  readonly save: () => void;
}

const verbatim = html;
const keys = 'Ctrl+Enter';

/** The notes of a conversation, and a field for another one. */
export function renderNotes(given: RenderNotes): TemplateResult {
  const { agent, words, notes, open, toggle } = given;
  const count = new Intl.NumberFormat(agent.locale).format(notes.length);
  return html`
    <section class="notes" part="notes" aria-label=${words.t('conversation.notes')}>
      <div class="stay">
        <h3 class="beside">${words.t('conversation.notes')} <span class="chip numbers">${count}</span></h3>
        <h3 class="folded">
          <button type="button" aria-expanded=${open} aria-controls="notes" @click=${toggle}>
            ${words.t('conversation.notes')} <span class="chip numbers">${count}</span>
            <span class="turn">${icon(chevronDownIcon)}</span>
          </button>
        </h3>
        <div id="notes" class="pad" ?data-open=${open}>
          ${renderField(given)}
          ${
            notes.length === 0
              ? html`<p class="muted">${words.t('conversation.no-notes')}</p>`
              : html`<ul>
                  ${notes.map((note) => renderNote(note, agent))}
                </ul>`
          }
        </div>
      </div>
    </section>
  `;
}

function renderNote({ at, type, actor, text }: TimelineEntry, agent: AgentController) {
  const when = new Date(at);
  return html`
    <li class="note" part="note">
      <p class="text" dir="auto">${text}</p>
      <p class="small muted">
        ${type === 'summary_saved' ? html`${agent.t('wrapup.summary')} · ` : nothing}
        ${actor === null ? nothing : html`<bdi>${actor}</bdi> · `}<time datetime=${when.toISOString()}
          >${new Intl.DateTimeFormat(agent.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(when)}</time
        >
      </p>
    </li>
  `;
}

function renderField({ agent, words, draft, write, save }: RenderNotes) {
  const { state } = draft;
  return html`
    <form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="field">
        <label for="note">${words.t('conversation.note')}</label>
        ${renderText(draft, write, save)}
        <p id="hint" class="hint">
          ${words.t('conversation.note-hint')} <span class="keys">${words.t('conversation.note-keys', { keys })}</span>
        </p>
      </div>
      <div class="end">
        ${renderState(agent, words, draft)}
        <button class="button" aria-disabled=${state === 'saving'}>
          ${state === 'failed' ? agent.t('link-list.again') : words.t('conversation.save')}
        </button>
      </div>
    </form>
  `;
}

/** In a text area white space is text, which the build leaves as it is in a template of another name. */
const renderText = ({ text, state }: NoteDraft, write: (text: string) => void, save: () => void) =>
  verbatim`<textarea
    id="note"
    class="input"
    rows="3"
    dir="auto"
    aria-describedby="hint said"
    aria-invalid=${state === 'missing' || state === 'too-long'}
    ?readonly=${state === 'saving'}
    .value=${live(text)}
    @input=${({ currentTarget }: Event) => write((currentTarget as HTMLTextAreaElement).value)}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      save();
    }}
  ></textarea>`;

function renderState(
  agent: AgentController,
  words: ProviderController<typeof conversation>,
  { state, problem }: NoteDraft,
) {
  if (state === 'writing' || state === 'saving' || state === 'saved')
    return html`<p id="said" class="small muted" role="status">
      ${state === 'writing' ? nothing : agent.t(`wrapup.${state}`)}
    </p>`;
  const why =
    state === 'missing'
      ? words.t('conversation.note-missing')
      : state === 'too-long'
        ? agent.t('wrapup.too-long')
        : noticeText(agent, { code: problem ?? '', subject: null });
  return html`<p id="said" class="error" role="alert">${why}</p>`;
}
