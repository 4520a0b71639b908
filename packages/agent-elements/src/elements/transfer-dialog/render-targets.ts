import type { TransferAgent, TransferCallRequest, TransferQueue } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type ProviderController, usersIcon } from '@carillon/call';
import type { AgentController } from '../agent-controller.js';
import { renderAvatar } from '../avatar.js';
import type { transfer } from '../localize/en/transfer.js';
import { isReady, type TargetList, type TargetTab } from './target-list.js';

/** What the lists are drawn with. */
export interface TargetView {
  readonly agent: AgentController;
  readonly words: ProviderController<typeof transfer>;
  readonly list: TargetList;
  readonly tab: TargetTab;
  readonly chosen: TransferCallRequest | null;
  readonly choose: (target: TransferCallRequest) => void;
}

/** The agents, or the queues, that a call can be passed on to; or why there is nothing to choose. */
export function renderTargets(view: TargetView): TemplateResult {
  const { list, tab, words } = view;
  if (list.failure !== null) return html`<p class="state error" role="alert">${problemWords(words, list.failure)}</p>`;
  if (!list.targets) return html`<p class="state muted" role="status">${words.t('transfer.loading')}</p>`;
  const rows =
    tab === 'agents'
      ? list.agents.map((one) => renderAgent(view, one))
      : list.queues.map((one) => renderQueue(view, one));
  if (rows.length > 0) return html`<div class="rows" role="radiogroup" aria-labelledby=${`tab-${tab}`}>${rows}</div>`;
  const none = list.search === '' ? (`transfer.no-${tab}` as const) : 'transfer.nothing-found';
  return html`<p class="state muted">${words.t(none)}</p>`;
}

function renderAgent(view: TargetView, { id, name, availability }: TransferAgent) {
  const state = html`<span class="dot" data-state=${availability}></span
    >${view.agent.t(`availability.${availability}`)}`;
  return renderRow(
    view,
    { to: 'agent', agentId: id },
    { name, state, mark: renderAvatar(name), can: isReady(availability) },
  );
}

function renderQueue(view: TargetView, { id, name, available, atWork, waiting }: TransferQueue) {
  const { words } = view;
  const who =
    atWork === 0
      ? words.t('transfer.nobody-at-work')
      : available === 0
        ? words.t('transfer.busy')
        : words.t('transfer.ready', { count: available });
  const state = html`<span
      class="dot"
      data-state=${available > 0 ? 'available' : atWork > 0 ? 'busy' : 'offline'}
    ></span
    >${who}${waiting > 0 ? html` · ${words.t('transfer.waiting', { count: waiting })}` : nothing}`;
  return renderRow(
    view,
    { to: 'queue', queueId: id },
    { name, state, mark: html`<span class="queue">${icon(usersIcon)}</span>`, can: atWork > 0 },
  );
}

interface Row {
  readonly name: string;
  readonly state: TemplateResult;
  readonly mark: unknown;
  readonly can: boolean;
}

function renderRow({ chosen, choose }: TargetView, target: TransferCallRequest, { name, state, mark, can }: Row) {
  return html`
    <label class="row" data-can=${can}>
      <input
        type="radio"
        name="target"
        .checked=${chosen !== null && idOf(chosen) === idOf(target)}
        ?disabled=${!can}
        @change=${() => choose(target)}
      />
      ${mark}
      <span class="wrap">
        <bdi class="name">${name}</bdi>
        <span class="small muted about">${state}</span>
      </span>
    </label>
  `;
}

const idOf = (target: TransferCallRequest): string => (target.to === 'agent' ? target.agentId : target.queueId);

type ProblemKey = Extract<keyof typeof transfer, `transfer.problem-${string}`>;
const known: ReadonlySet<string> = new Set<ProblemKey>([
  'transfer.problem-target_unavailable',
  'transfer.problem-transfer_over',
  'transfer.problem-transfer_not_possible',
  'transfer.problem-call_ended',
  'transfer.problem-unreachable',
]);

/** A refusal in words; a code that has none is said in general. */
export function problemWords(words: ProviderController<typeof transfer>, code: string): string {
  const key = `transfer.problem-${code}`;
  return words.t(known.has(key) ? (key as ProblemKey) : 'transfer.problem');
}
