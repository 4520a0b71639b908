import { html, nothing, type TemplateResult } from 'lit';
import type { Fields } from './fields.js';
import { renderCheck, renderText } from './render-field.js';
import { weekdays } from './words.js';

/** The zones that this browser knows. */
const zones = Intl.supportedValuesOf('timeZone');
const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** The hours and days in which such links can be used. */
export function renderHours({ configuration, draft, errors }: Fields): TemplateResult {
  const { hours } = configuration;
  const days: readonly string[] = hours?.days ?? workdays;
  const daysError = errors.get('hours.days');
  return html`
    <fieldset>
      <legend>Hours</legend>
      ${renderCheck('limited', 'Open only on some days and hours', hours !== null)}
      ${
        draft.hours === null
          ? nothing
          : html`
              <fieldset aria-describedby=${daysError ? 'hours.days-error' : nothing}>
                <legend>Days</legend>
                <div class="days">
                  ${weekdays.map(([day, label]) => renderCheck('hours.days', label, days.includes(day), day))}
                </div>
                ${daysError ? html`<p id="hours.days-error" class="error" tabindex="-1" data-invalid>${daysError}</p>` : nothing}
              </fieldset>
              <div class="pair">
                ${renderText({ name: 'hours.from', label: 'From', type: 'time', value: hours?.from ?? '09:00', error: errors.get('hours.from') })}
                ${renderText({
                  name: 'hours.to',
                  label: 'Until',
                  type: 'time',
                  value: hours?.to === '24:00' ? '00:00' : (hours?.to ?? '17:00'),
                  error: errors.get('hours.to'),
                  hint: 'Midnight: 00:00.',
                })}
              </div>
              ${renderText({
                name: 'hours.timeZone',
                label: 'Time zone',
                value: hours?.timeZone ?? ownZone,
                list: 'zones',
                maxlength: 64,
                dir: 'ltr',
                error: errors.get('hours.timeZone'),
              })}
              <datalist id="zones">${zones.map((zone) => html`<option value=${zone}></option>`)}</datalist>
            `
      }
    </fieldset>
  `;
}
