import type { ConsentMode } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LinkController } from '../link-controller.js';

export interface Consent {
  readonly mode: ConsentMode;
  /** The company's own words; null for ours. */
  readonly words: string | null;
  /** The customer wanted to start without having agreed. */
  readonly missing: boolean;
  readonly edited: () => void;
}

/** What the customer is told of recording before the call, or asked to agree to. */
export function renderConsent(
  host: LinkController,
  { mode, words, missing, edited }: Consent,
): TemplateResult | typeof nothing {
  if (mode === 'off') return nothing;
  if (mode === 'notice') return html`<p class="small">${words ?? host.t('prejoin.consent-notice')}</p>`;
  return html`<div class="field consent">
    <label>
      <input
        id="consent"
        type="checkbox"
        required
        aria-describedby="consent-hint"
        aria-invalid=${missing ? 'true' : 'false'}
        @change=${edited}
      />
      <span>${words ?? host.t('prejoin.consent-ask')}</span>
    </label>
    <p id="consent-hint" class="error" role="alert">${missing ? host.t('prejoin.consent-missing') : nothing}</p>
  </div>`;
}
