import { icon, linkIcon } from '@carillon/call';
import type { CallLink } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { AgentController } from '../agent-controller.js';
import { noticeText } from '../notices.js';
import type { LinkList } from './link-list.js';

export interface LinkListWishes {
  readonly revoke: (link: CallLink) => void;
}

/** The links that were made before: for whom, what became of them, and the way to take one back. */
export function renderLinkList(agent: AgentController, list: LinkList, wishes: LinkListWishes): TemplateResult {
  const { links, loading, next, failure } = list;
  return html`
    ${
      failure && list.asksFor === null
        ? html`<p class="error" role="alert">${noticeText(agent, { code: failure, subject: null })}</p>
            <button class="button" type="button" @click=${() => void list.read()}>
              ${agent.t('link-list.again')}
            </button>`
        : nothing
    }
    ${links === null && loading ? html`<p class="muted" role="status">${agent.t('link-list.loading')}</p>` : nothing}
    ${links?.length === 0 ? html`<p class="muted">${agent.t('link-list.empty')}</p>` : nothing}
    ${
      links && links.length > 0
        ? html`<ul class="links" aria-label=${agent.t('link-list.heading')}>
            ${links.map((link) => renderLink(agent, list, link, wishes))}
          </ul>`
        : nothing
    }
    ${
      next === null
        ? nothing
        : html`<button class="button" type="button" aria-disabled=${loading} @click=${() => void list.more()}>
            ${agent.t('link-list.more')}
          </button>`
    }
  `;
}

function renderLink(agent: AgentController, list: LinkList, link: CallLink, wishes: LinkListWishes) {
  const name = link.displayName ?? agent.t('link-list.no-name');
  return html`
    <li class="link">
      <span class="sign">${icon(linkIcon)}</span>
      <div class="wrap">
        <p class="strong"><bdi>${name}</bdi></p>
        <p class="small muted">${agent.t(`link-list.kind-${link.kind}`)} · ${usage(agent, link)}</p>
      </div>
      <span class="state" data-state=${link.state}>${agent.t(`link-list.state-${link.state}`)}</span>
      ${
        list.mayRevoke(link) && list.asksFor !== link.id
          ? html`<button
              class="button quiet"
              type="button"
              data-revoke=${link.id}
              aria-label=${agent.t('link-list.revoke-of', { name })}
              @click=${() => list.ask(link.id)}
            >
              ${agent.t('link-list.revoke')}
            </button>`
          : nothing
      }
      ${list.asksFor === link.id ? renderQuestion(agent, list, link, wishes) : nothing}
    </li>
  `;
}

function renderQuestion(agent: AgentController, list: LinkList, link: CallLink, { revoke }: LinkListWishes) {
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    list.ask(null);
  };
  return html`
    <div class="sure" role="group" aria-labelledby="sure" @keydown=${close}>
      <p id="sure">${agent.t('link-list.revoke-question')}</p>
      ${
        list.failure
          ? html`<p class="error" role="alert">${noticeText(agent, { code: list.failure, subject: null })}</p>`
          : nothing
      }
      <div class="row">
        <button class="button keep" type="button" @click=${() => list.ask(null)}>${agent.t('link-list.keep')}</button>
        <button class="button danger" type="button" aria-disabled=${list.revoking} @click=${() => revoke(link)}>
          ${agent.t('link-list.revoke')}
        </button>
      </div>
    </div>
  `;
}

/** What became of it, the last thing that did. */
function usage(agent: AgentController, { usedAt, openedAt, opensAt, expiresAt, revokedAt, state }: CallLink): string {
  const when = (at: number) =>
    new Intl.DateTimeFormat(agent.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  if (revokedAt !== null) return agent.t('link-list.revoked-at', { when: when(revokedAt) });
  if (usedAt !== null) return agent.t('link-list.used-at', { when: when(usedAt) });
  if (state === 'expired') return agent.t('link-list.expired-at', { when: when(expiresAt) });
  if (state === 'not-open' && opensAt !== null) return agent.t('link-list.opens-at', { when: when(opensAt) });
  if (openedAt !== null) return agent.t('link-list.opened-at', { when: when(openedAt) });
  return agent.t('link-list.until', { when: when(expiresAt) });
}
