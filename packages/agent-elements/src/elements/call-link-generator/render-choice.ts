import type { LinkChoice } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { AgentController } from '../agent-controller.js';
import { hoursWords } from './hours-words.js';

export interface Choice {
  /** Configurations to choose from; with one or none there is nothing to ask. */
  readonly choices: readonly LinkChoice[];
  readonly choice: LinkChoice | undefined;
  readonly choose: (key: string) => void;
}

/** Which configuration the link is made with, what that means, and in which hours its links can be used. */
export function renderChoice(agent: AgentController, { choices, choice, choose }: Choice): TemplateResult {
  return html`
    ${
      choices.length < 2
        ? nothing
        : html`<div class="field">
            <label for="choice">${agent.t('link-generator.choice')}</label>
            <select
              id="choice"
              class="input"
              aria-describedby="choice-hint"
              @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
            >
              ${choices.map(
                ({ key, name }) => html`<option value=${key} ?selected=${key === choice?.key}>${name}</option>`,
              )}
            </select>
            <p id="choice-hint" class="hint">${choice ? agent.t(`link-generator.${choice.kind}`) : nothing}</p>
          </div>`
    }
    ${
      choice?.hours
        ? html`<p class="hint">
            ${agent.t('link-generator.hours', { hours: hoursWords(choice.hours, agent.locale) })}
          </p>`
        : nothing
    }
  `;
}
