import { checkIcon, icon } from '@carillon/call';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AgentController } from '../agent-controller.js';
import type { NoteSaver } from './note-saver.js';

const verbatim = html;

export interface Words {
  readonly id: 'note' | 'summary';
  readonly saver: NoteSaver;
  readonly valid: boolean;
  readonly rows: number;
  readonly write: (text: string) => void;
}

/** A field that saves what is written in it by itself, and says how that stands. */
export function renderWords(agent: AgentController, { id, saver, valid, rows, write }: Words) {
  return html`
    <div class="field">
      <div class="head">
        <label class="label" for=${id}>${agent.t(`wrapup.${id}`)}</label>
        <p id=${`${id}-state`} class="small note-state" role="status" data-state=${valid ? saver.state : 'failed'}>
          ${renderState(agent, id, saver, valid)}
        </p>
      </div>
      ${renderField(agent, { id, saver, valid, rows, write })}
    </div>
  `;
}

/** By another name: in a text area white space is text, and the build leaves such a template as it is written. */
const renderField = (agent: AgentController, { id, saver, valid, rows, write }: Words) =>
  verbatim`<textarea
        id=${id}
        class="input"
        rows=${rows}
        dir="auto"
        placeholder=${agent.t(`wrapup.${id}-placeholder`)}
        aria-describedby=${`${id}-state`}
        aria-invalid=${valid ? 'false' : 'true'}
        .value=${live(saver.text)}
        @input=${({ target }: InputEvent) => write((target as HTMLTextAreaElement).value)}
        @blur=${() => void saver.flush()}
      ></textarea>`;

function renderState(agent: AgentController, id: Words['id'], { state }: NoteSaver, valid: boolean) {
  if (!valid) return agent.t(id === 'note' ? 'wrapup.too-long' : 'wrapup.summary-too-long');
  if (state === 'saved') return html`${icon(checkIcon)}${agent.t('wrapup.saved')}`;
  if (state === 'saving') return agent.t('wrapup.saving');
  return state === 'failed' ? agent.t('wrapup.not-saved') : nothing;
}
