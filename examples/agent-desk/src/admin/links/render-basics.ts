import type { Queue } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Fields } from './fields.js';
import { renderSelect, renderText } from './render-field.js';
import { kindHints, kinds, lifeUnits, media, splitLife } from './words.js';

export interface BasicFields extends Fields {
  readonly queues: readonly Queue[];
  readonly isNew: boolean;
}

/** What sort of link, for how long, and where its calls ring. */
export function renderBasics({ configuration, draft, errors, queues, isNew }: BasicFields): TemplateResult {
  const { name, key, kind, queueId } = configuration;
  return html`
    <fieldset>
      <legend>Link</legend>
      ${renderText({ name: 'name', label: 'Name', hint: 'What agents choose it by.', value: name, maxlength: 100, error: errors.get('name') })}
      ${
        isNew
          ? renderText({
              name: 'key',
              label: 'Key',
              hint: 'What programs call it. It stays as it is.',
              value: key,
              maxlength: 40,
              error: errors.get('key'),
              dir: 'ltr',
            })
          : html`<p class="hint">Key: ${key}</p>`
      }
      ${renderSelect({ name: 'kind', label: 'Kind', value: kind, choices: kinds, hint: kindHints[draft.kind] })}
      ${draft.kind === 'time-frame' ? nothing : renderLife(configuration.lifeMs, errors.get('life'))}
      <div class="pair">
        ${renderSelect({ name: 'media', label: 'Customers call by', value: configuration.media, choices: media })}
        ${renderSelect({
          name: 'queueId',
          label: 'Queue',
          value: queueId,
          choices: queues.map(({ id, name: words }) => [id, words] as const),
          error: errors.get('queueId'),
        })}
      </div>
      ${renderRouting({ configuration, draft, errors })}
    </fieldset>
  `;
}

function renderLife(lifeMs: number, error: string | undefined) {
  const { count, unitMs } = splitLife(lifeMs);
  return html`<div class="pair">
    ${renderText({ name: 'life', label: 'Valid for', type: 'number', value: String(count), error, hint: 'From 1 minute to 30 days.' })}
    ${renderSelect({ name: 'lifeUnit', label: 'Unit', value: String(unitMs), choices: lifeUnits })}
  </div>`;
}

function renderRouting({ configuration, draft, errors }: Fields) {
  const routing = configuration.routing.to === 'sharer' ? configuration.routing : null;
  return html`
    ${renderSelect({
      name: 'routing.to',
      label: 'Calls ring at',
      value: configuration.routing.to,
      choices: [
        ['queue', 'Who the queue chooses'],
        ['sharer', 'Who shared the link, first'],
      ],
    })}
    ${
      draft.routing.to === 'sharer'
        ? html`<div class="pair">
            ${renderText({
              name: 'routing.fallbackMs',
              label: 'Seconds before the queue',
              type: 'number',
              value: String((routing?.fallbackMs ?? 20_000) / 1_000),
              error: errors.get('routing.fallbackMs'),
              hint: 'From 3 to 600.',
            })}
            ${renderSelect({
              name: 'routing.whenBusy',
              label: 'While that agent is not free',
              value: routing?.whenBusy ?? 'queue',
              choices: [
                ['queue', 'Ring in the queue at once'],
                ['wait', 'Wait for them as long'],
              ],
            })}
          </div>`
        : nothing
    }
  `;
}
