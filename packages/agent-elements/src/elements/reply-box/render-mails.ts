import { alertIcon, checkIcon, clockIcon, icon, type ProviderController } from '@carillon/call';
import type { Message } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { replyBox } from '../localize/en/reply-box.js';

export interface RenderMails {
  readonly words: ProviderController<typeof replyBox>;
  readonly mails: readonly Message[];
  /** The one that is being asked for again. */
  readonly retrying: string | null;
  readonly retry: (message: Message) => void;
}

const stateIcons = { sending: clockIcon, sent: checkIcon, failed: alertIcon, received: checkIcon };

/** E-mail on its way: to whom, what about, and what became of it, with a way to send it again. */
export function renderMails({ words, mails, retrying, retry }: RenderMails): TemplateResult | typeof nothing {
  if (mails.length === 0) return nothing;
  return html`
    <ul class="mails" aria-label=${words.t('reply.mails')}>
      ${mails.map((message) => renderMail(message))}
    </ul>
  `;

  function renderMail(message: Message) {
    const { mail } = message;
    if (!mail) return nothing;
    const { address, subject, state, failure } = mail;
    const said =
      state === 'failed'
        ? words.t(`reply.mail-${failure ?? 'server_unavailable'}`)
        : words.t(state === 'sending' ? 'reply.mail-sending' : 'reply.mail-sent');
    return html`
      <li class="mail" data-state=${state}>
        <span class="mark">${icon(stateIcons[state])}</span>
        <span class="wrap">
          <span class="strong"><bdi>${subject}</bdi></span>
          <span class="small muted"><bdi>${address}</bdi></span>
          <span class=${state === 'failed' ? 'small error' : 'small muted'} role="status">${said}</span>
        </span>
        ${
          state === 'failed'
            ? html`<button
                class="button"
                type="button"
                aria-label=${words.t('reply.retry-of', { subject })}
                ?disabled=${retrying === message.id}
                @click=${() => retry(message)}
              >
                ${words.t('reply.retry')}
              </button>`
            : nothing
        }
      </li>
    `;
  }
}
