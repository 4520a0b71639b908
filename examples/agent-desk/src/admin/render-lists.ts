import { limits, type AgentAccount, type Queue } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';

const soundWords = { ringing: 'Ringing', music: 'Music', none: 'Silent' } as const;
const roleWords = { agent: 'Agent', supervisor: 'Supervisor', admin: 'Administrator' } as const;
const seconds = (ms: number) => `${ms / 1_000} s`;
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Queues with their settings at a glance. */
export function renderQueues(queues: readonly Queue[], edit: (queue: Queue) => void): TemplateResult {
  if (queues.length === 0) return html`<p class="state">No queues yet. Calls wait in a queue: make the first one.</p>`;
  return html`<ul class="list">
    ${queues.map(
      (queue) => html`
        <li class="card">
          <div class="who">
            <h2><bdi>${queue.name}</bdi></h2>
            <p class="muted">${count(queue.agents, 'agent', 'agents')} · ${queue.waiting} waiting</p>
          </div>
          <div class="chips">
            <span class="chip strong">${queue.autoAssign ? 'Automatic' : 'By hand'}</span>
            <span class="chip">Ring ${seconds(queue.ringMs ?? limits.ringMs)}</span>
            <span class="chip"
              >${queue.wrapUpMs === 0 ? 'No wrap-up' : `Wrap-up ${seconds(queue.wrapUpMs ?? limits.wrapUpMs)}`}</span
            >
            <span class="chip">${soundWords[queue.waitingSound]}</span>
          </div>
          <button class="button" type="button" aria-label=${`Change ${queue.name}`} @click=${() => edit(queue)}>
            Change
          </button>
        </li>
      `,
    )}
  </ul>`;
}

/** Who works here, as what, and in which queues. */
export function renderAgents(
  agents: readonly AgentAccount[],
  queues: readonly Queue[],
  edit: (agent: AgentAccount) => void,
): TemplateResult {
  if (agents.length === 0) return html`<p class="state">Nobody works here yet.</p>`;
  const names = new Map(queues.map(({ id, name }) => [id, name]));
  return html`<ul class="list">
    ${agents.map((agent) => {
      const own = agent.queueIds.flatMap((id) => names.get(id) ?? []);
      return html`
        <li class="card">
          <div class="who">
            <h2><bdi>${agent.name}</bdi></h2>
            <p class="muted">${agent.externalId} · ${agent.availability.replace('_', ' ')}</p>
          </div>
          <div class="chips">
            ${agent.role === 'agent' ? nothing : html`<span class="chip strong">${roleWords[agent.role]}</span>`}
            ${own.map((name) => html`<span class="chip"><bdi>${name}</bdi></span>`)}
            ${own.length === 0 ? html`<span class="chip">No queue</span>` : nothing}
          </div>
          <button class="button" type="button" aria-label=${`Change ${agent.name}`} @click=${() => edit(agent)}>
            Change
          </button>
        </li>
      `;
    })}
  </ul>`;
}
