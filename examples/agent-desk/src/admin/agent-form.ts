import { maxExternalIdLength, type AgentAccount, type AgentRole, type Queue } from '@carillon/contract';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { AdminForm, textOf } from './admin-form.js';
import './agent-sessions.js';
import { millis, seconds } from './seconds.js';

const roles: readonly (readonly [AgentRole, string])[] = [
  ['agent', 'Agent: takes calls'],
  ['supervisor', 'Supervisor: sees the whole team'],
  ['admin', 'Administrator: sets the company up'],
];

/** Takes somebody in, or changes what they may do and where they take calls. */
@customElement('desk-agent-form')
export class AgentForm extends AdminForm<AgentAccount> {
  @property({ attribute: false }) queues: readonly Queue[] = [];

  protected readonly titles = { create: 'New agent', change: 'Change agent' };
  protected readonly removal = {
    button: 'Remove agent',
    question: 'They are signed out at once and take no more calls. What they did stays.',
  };

  protected renderFields() {
    const agent = this.item;
    return html`
      <div class="field">
        <label for="name">Name</label>
        <input id="name" name="name" required maxlength="100" autocomplete="off" .value=${agent?.name ?? ''} />
      </div>
      <div class="field">
        <label for="external">User id in your system</label>
        <input
          id="external"
          name="external"
          required
          maxlength=${maxExternalIdLength}
          pattern="[!-~]+"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="external-hint"
          ?disabled=${agent !== null}
          .value=${agent?.externalId ?? ''}
        />
        <p id="external-hint" class="hint">The “sub” of the tokens that your system signs for them.</p>
      </div>
      <div class="field">
        <label for="role">Role</label>
        <select id="role" name="role">
          ${roles.map(
            ([value, label]) =>
              html`<option value=${value} ?selected=${value === (agent?.role ?? 'agent')}>${label}</option>`,
          )}
        </select>
      </div>
      <fieldset>
        <legend>Takes calls of</legend>
        ${this.queues.map(
          ({ id, name }) => html`
            <label class="choice">
              <input type="checkbox" name="queue" value=${id} ?checked=${agent?.queueIds.includes(id) ?? false} />
              <span><bdi>${name}</bdi></span>
            </label>
          `,
        )}
      </fieldset>
      <div class="field">
        <label for="wrapup">Wrap-up in seconds</label>
        <input
          id="wrapup"
          name="wrapup"
          type="number"
          min="0"
          max="3600"
          aria-describedby="wrapup-hint"
          .value=${seconds(agent?.wrapUpMs)}
        />
        <p id="wrapup-hint" class="hint">
          For this agent alone, from 0 to 3600. Empty: as the queue of the call and the settings have it.
        </p>
      </div>
      ${agent ? html`<desk-agent-sessions .api=${this.api} .agentId=${agent.id}></desk-agent-sessions>` : nothing}
    `;
  }

  protected async save(data: FormData): Promise<string> {
    const name = textOf(data, 'name');
    const settings = {
      name,
      role: textOf(data, 'role') as AgentRole,
      wrapUpMs: millis(data, 'wrapup'),
      queueIds: data.getAll('queue').filter((id) => typeof id === 'string'),
    };
    if (this.item) await this.api.changeAgent(this.item.id, { version: this.item.version, ...settings });
    else await this.api.createAgent({ externalId: textOf(data, 'external'), ...settings });
    return `${name} is saved.`;
  }

  protected async archive(agent: AgentAccount): Promise<string> {
    await this.api.archiveAgent(agent.id);
    return `${agent.name} is removed.`;
  }
}
