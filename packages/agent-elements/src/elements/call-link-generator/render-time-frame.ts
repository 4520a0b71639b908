import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AgentController } from '../agent-controller.js';
import { formatSpan, localTimeAt, timeZones } from './local-time.js';
import type { LocalTimeQuestion, TimeFrameForm } from './time-frame-form.js';

type Field = 'start' | 'end';

/** From, to and the zone they are meant in; the customer's zone, and what the server asks of a clock that is set. */
export function renderTimeFrame(agent: AgentController, form: TimeFrameForm): TemplateResult {
  return html`
    <fieldset class="frame">
      <legend class="strong">${agent.t('link-generator.frame')}</legend>
      <p id="zone" class="hint">
        ${agent.t('link-generator.frame-zone', { zone: form.timeZone.replaceAll('_', ' ') })}
      </p>
      ${renderField(agent, form, 'start')} ${renderField(agent, form, 'end')}
      ${form.question ? renderQuestion(agent, form, form.question) : nothing} ${renderCustomer(agent, form)}
    </fieldset>
  `;
}

function renderField(agent: AgentController, form: TimeFrameForm, field: Field) {
  const problem = form.problem?.field === field ? form.problem.key : null;
  return html`
    <div class="field">
      <label for=${field}>${agent.t(`link-generator.frame-${field}`)}</label>
      <input
        id=${field}
        class="input"
        type="datetime-local"
        required
        min=${field === 'end' ? localTimeAt(agent.serverNow(), form.timeZone) : nothing}
        aria-describedby="zone ${field}-problem"
        aria-invalid=${problem === null ? 'false' : 'true'}
        .value=${live(form[field])}
        @change=${({ target }: Event) => form.set(field, (target as HTMLInputElement).value)}
      />
      <p id="${field}-problem" class="error" role=${problem === null ? nothing : 'alert'}>
        ${problem === null ? nothing : agent.t(`link-generator.${problem}`)}
      </p>
    </div>
  `;
}

function renderQuestion(agent: AgentController, form: TimeFrameForm, { field, why, options }: LocalTimeQuestion) {
  const date = new Intl.DateTimeFormat(agent.locale, { timeStyle: 'short', timeZone: form.timeZone });
  return html`
    <fieldset class="question" id="question" role="radiogroup" aria-labelledby="question-words">
      <p id="question-words" role="alert">${agent.t(`link-generator.question-${why}`)}</p>
      ${options.map(
        (option) => html`
          <label class="choice">
            <input
              type="radio"
              name="moment"
              .checked=${live(form.offsetOf(field) === option.offset && form[field] === option.local.slice(0, 16))}
              @change=${() => form.choose(field, option)}
            />
            <span>${date.format(option.at)} <bdi class="muted">UTC${option.offset}</bdi></span>
          </label>
        `,
      )}
    </fieldset>
  `;
}

function renderCustomer(agent: AgentController, form: TimeFrameForm) {
  const { span, customerZone } = form;
  return html`
    <div class="field">
      <label for="customer-zone">${agent.t('link-generator.customer-zone')}</label>
      <select
        id="customer-zone"
        class="input"
        @change=${({ target }: Event) => form.showFor((target as HTMLSelectElement).value)}
      >
        <option value="">${agent.t('link-generator.customer-zone-same')}</option>
        ${timeZones().map(
          (zone) =>
            html`<option value=${zone} ?selected=${zone === customerZone}>${zone.replaceAll('_', ' ')}</option>`,
        )}
      </select>
      <p class="hint" role="status">
        ${
          customerZone === '' || span === null
            ? nothing
            : agent.t('link-generator.for-customer', { when: formatSpan(...span, customerZone, agent.locale) })
        }
      </p>
    </div>
  `;
}
