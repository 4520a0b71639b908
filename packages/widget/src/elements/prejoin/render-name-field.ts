import { html, type TemplateResult } from 'lit';
import type { LinkController } from '../link-controller.js';

/** Why a name that was typed cannot be used. */
export type NameProblem = 'prejoin.name-needed' | 'prejoin.name-refused';

export interface NameField {
  /** The name that the link holds; null when the customer is asked for one. */
  readonly displayName: string | null;
  readonly problem: NameProblem | null;
  readonly edited: () => void;
}

/** Who the customer is: said where the link knows it, else asked for. */
export function renderNameField(host: LinkController, { displayName, problem, edited }: NameField): TemplateResult {
  if (displayName !== null) return html`<p class="small muted">${host.t('prejoin.as', { name: displayName })}</p>`;
  return html`<div class="field">
    <label for="name">${host.t('prejoin.name')}</label>
    <input
      id="name"
      class="input"
      autocomplete="name"
      dir="auto"
      aria-describedby="name-hint"
      aria-invalid=${problem ? 'true' : 'false'}
      @input=${edited}
    />
    <p id="name-hint" class=${problem ? 'error' : 'hint'}>${host.t(problem ?? 'prejoin.name-hint')}</p>
  </div>`;
}
