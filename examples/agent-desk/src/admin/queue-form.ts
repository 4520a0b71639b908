import type { Queue, WaitingSound } from '@carillon/contract';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { AdminForm, textOf } from './admin-form.js';
import { choiceOf, settingsOf, type HoldChoice } from './hold-choice.js';
import { renderHold } from './render-hold.js';
import { millis, seconds } from './seconds.js';

const sounds: readonly (readonly [WaitingSound, string])[] = [
  ['ringing', 'Ringing'],
  ['music', 'Music'],
  ['none', 'Nothing'],
];

/** A name as a key: what addresses and settings call the queue. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40) || 'queue';

/** Makes or changes a queue. */
@customElement('desk-queue-form')
export class QueueForm extends AdminForm<Queue> {
  protected readonly titles = { create: 'New queue', change: 'Change queue' };
  protected readonly removal = {
    button: 'Archive queue',
    question: 'Nobody can be called in it any more. Its conversations stay.',
  };

  @state() private hold: HoldChoice = choiceOf(null);

  override open(queue: Queue | null): Promise<void> {
    this.hold = choiceOf(queue);
    return super.open(queue);
  }

  protected renderFields() {
    const queue = this.item;
    return html`
      <div class="field">
        <label for="name">Name</label>
        <input id="name" name="name" required maxlength="100" autocomplete="off" .value=${queue?.name ?? ''} />
        ${queue ? html`<p class="hint">Key: ${queue.key}</p>` : nothing}
      </div>
      <div class="field">
        <label for="ring">Ring time in seconds</label>
        <input
          id="ring"
          name="ring"
          type="number"
          min="3"
          max="60"
          aria-describedby="ring-hint"
          .value=${seconds(queue?.ringMs)}
        />
        <p id="ring-hint" class="hint">From 3 to 60, then the next agent's phone rings. Empty: 30.</p>
      </div>
      <div class="field">
        <label for="wrapup">Wrap-up in seconds</label>
        <input
          id="wrapup"
          name="wrapup"
          type="number"
          min="0"
          max="3600"
          aria-describedby="wrapup-hint"
          .value=${seconds(queue?.wrapUpMs)}
        />
        <p id="wrapup-hint" class="hint">Time for notes after a call; 0 for none. Empty: 30.</p>
      </div>
      <div class="field">
        <label for="sound">While waiting, customers hear</label>
        <select id="sound" name="sound">
          ${sounds.map(
            ([value, label]) =>
              html`<option value=${value} ?selected=${value === (queue?.waitingSound ?? 'ringing')}>${label}</option>`,
          )}
        </select>
      </div>
      ${renderHold({
        api: this.api,
        choice: this.hold,
        sounds,
        change: (change) => (this.hold = { ...this.hold, ...change }),
      })}
      <label class="choice">
        <input type="checkbox" name="auto" ?checked=${queue?.autoAssign ?? true} />
        <span>Automatic assignment: calls ring by themselves at whoever has been free longest</span>
      </label>
    `;
  }

  protected async save(data: FormData): Promise<string> {
    const name = textOf(data, 'name');
    const settings = {
      name,
      ringMs: millis(data, 'ring'),
      wrapUpMs: millis(data, 'wrapup'),
      autoAssign: data.has('auto'),
      waitingSound: textOf(data, 'sound') as WaitingSound,
      ...settingsOf(this.hold),
    };
    if (this.item) await this.api.changeQueue(this.item.id, { version: this.item.version, ...settings });
    else await this.api.createQueue({ key: keyOf(name), ...settings });
    return `${name} is saved.`;
  }

  protected async archive(queue: Queue): Promise<string> {
    await this.api.archiveQueue(queue.id);
    return `${queue.name} is archived.`;
  }
}
