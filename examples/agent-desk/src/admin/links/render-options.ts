import { html, nothing, type TemplateResult } from 'lit';
import type { Fields } from './fields.js';
import { renderCheck, renderSelect } from './render-field.js';
import { callOptions, consents } from './words.js';

const cameraOnly = new Set(['camera', 'switchCamera']);

/** An option that says nothing of calls by sound stays as it was, for the day they have a camera again. */
const renderKept = (name: string, checked: boolean) =>
  checked ? html`<input type="hidden" name=${name} value="on" />` : nothing;

/** How the call begins, what customers may do in it, what they are told of recording and asked afterwards. */
export function renderOptions({ configuration, draft }: Fields): TemplateResult {
  const { initialOptions, callOptions: allowed, consent, rating } = configuration;
  const sound = draft.media === 'audio';
  return html`
    <fieldset>
      <legend>Call</legend>
      <fieldset>
        <legend>Customers begin</legend>
        ${renderCheck('initial.muted', 'Muted', initialOptions.muted)}
        ${
          sound
            ? renderKept('initial.cameraOff', initialOptions.cameraOff)
            : renderCheck('initial.cameraOff', 'With the camera off', initialOptions.cameraOff)
        }
      </fieldset>
      ${
        sound
          ? html`<input type="hidden" name="initial.camera" value=${initialOptions.camera} />`
          : renderSelect({
              name: 'initial.camera',
              label: 'Camera on phones',
              value: initialOptions.camera,
              choices: [
                ['front', 'Front: they show themselves'],
                ['back', 'Back: they show something'],
              ],
            })
      }
      <fieldset>
        <legend>During the call they may</legend>
        ${callOptions.map(([name, label]) =>
          sound && cameraOnly.has(name)
            ? renderKept(`call.${name}`, allowed[name])
            : renderCheck(`call.${name}`, label, allowed[name]),
        )}
      </fieldset>
      ${renderSelect({ name: 'consent', label: 'About recording', value: consent, choices: consents })}
      ${renderCheck('rating', 'Ask customers afterwards how the call was', rating)}
    </fieldset>
  `;
}
