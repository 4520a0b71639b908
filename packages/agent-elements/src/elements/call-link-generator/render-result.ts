import { checkIcon, copyIcon, icon, renderQr, sendIcon, type QrCode } from '@carillon/call';
import type { CreatedCallLink } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { AgentController } from '../agent-controller.js';
import { formatSpan } from './local-time.js';

/** What became of the link: a key of the sentences. */
export type LinkOutcome = 'copied' | 'copy-failed' | 'sent' | 'not-reachable' | 'not-sent';

const good: readonly LinkOutcome[] = ['copied', 'sent'];

export interface LinkResult {
  readonly link: CreatedCallLink;
  readonly outcome: LinkOutcome | null;
  /** Sends it to the customer of its conversation; null for a guest's, who is nobody's yet. */
  readonly send: (() => void) | null;
  readonly sending: boolean;
  readonly qr: QrCode | null;
  readonly copy: () => void;
  readonly showQr: () => void;
  readonly another: () => void;
}

/** The link that was made: its address to copy or to show as a code, and how long it holds. */
export function renderResult(agent: AgentController, result: LinkResult): TemplateResult {
  const { link, outcome, qr, send } = result;
  const sent = outcome === 'sent';
  return html`
    <div class="result" part="result">
      <div class="field">
        <label for="link">${agent.t('link-generator.result')}</label>
        <div class="row">
          <input
            id="link"
            class="input"
            type="text"
            dir="ltr"
            readonly
            .value=${link.url}
            @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
          />
          ${
            send
              ? html`<button
                  class="button primary send"
                  type="button"
                  aria-disabled=${result.sending || sent}
                  @click=${() => {
                    if (!result.sending && !sent) send();
                  }}
                >
                  ${icon(sent ? checkIcon : sendIcon)}${agent.t('link-generator.send')}
                </button>`
              : nothing
          }
          <button class="button ${send ? '' : 'primary'} copy" type="button" @click=${result.copy}>
            ${icon(outcome === 'copied' ? checkIcon : copyIcon)}${agent.t('link-generator.copy')}
          </button>
        </div>
      </div>
      <p class="copy-result small" role="status" data-failed=${outcome !== null && !good.includes(outcome)}>
        ${outcome === null ? nothing : agent.t(`link-generator.${outcome}`)}
      </p>
      <p class="hint">${agent.t(`link-generator.${link.kind}`)} ${validity(agent, link)}</p>
      ${qr ? renderQr(qr, agent.t('link-generator.qr')) : nothing}
      <div class="actions">
        ${
          qr
            ? nothing
            : html`<button class="button show-qr" type="button" @click=${result.showQr}>
                ${agent.t('link-generator.show-qr')}
              </button>`
        }
        <button class="button" type="button" @click=${result.another}>${agent.t('link-generator.another')}</button>
      </div>
    </div>
  `;
}

function validity(agent: AgentController, { opensAt, expiresAt, timeZone }: CreatedCallLink): string {
  if (opensAt !== null && opensAt !== undefined && timeZone)
    return agent.t('link-generator.between', { when: formatSpan(opensAt, expiresAt, timeZone, agent.locale) });
  const when = new Intl.DateTimeFormat(agent.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(expiresAt);
  return agent.t('link-generator.until', { when });
}
