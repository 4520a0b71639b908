import type { WrapUp } from '@carillon/contract';
import { html, nothing } from 'lit';
import type { AgentController } from '../agent-controller.js';

/** What became of the call, to be chosen from what the company has set; nothing where there is nothing to choose. */
export function renderDisposition(
  agent: AgentController,
  wrapUp: WrapUp,
  chosen: string | null,
  choose: (wrapUp: WrapUp, disposition: string | null) => void,
) {
  if (wrapUp.dispositions.length === 0) return nothing;
  // An empty value stands for none: a name has at least one letter.
  const change = (event: Event) => choose(wrapUp, (event.target as HTMLSelectElement).value || null);
  return html`
    <div class="field">
      <label for="disposition">${agent.t('wrapup.disposition')}</label>
      <select id="disposition" class="input" @change=${change}>
        <option value="" ?selected=${chosen === null}>${agent.t('wrapup.no-disposition')}</option>
        ${wrapUp.dispositions.map(
          (one) => html`<option value=${one} dir="auto" ?selected=${one === chosen}>${one}</option>`,
        )}
      </select>
    </div>
  `;
}
