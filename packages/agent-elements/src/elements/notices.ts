import { alertIcon, icon, xIcon } from '@carillon/call';
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskNotice } from '../session/desk-snapshot.js';
import type { AgentController } from './agent-controller.js';
import { strings } from './localize/strings.js';

type NoticeKey = Extract<keyof typeof strings, `notice.${string}`>;

const isKey = (key: string): key is NoticeKey => key in strings;

/** A notice in words; a code that has none is said in general. */
export function noticeText(agent: AgentController, { code, subject }: DeskNotice): string {
  const unknown = `notice.${code}-unknown`;
  const key = subject === null && isKey(unknown) ? unknown : `notice.${code}`;
  const who = subject ?? agent.t('notice.the-caller');
  return isKey(key)
    ? (agent.t as (key: NoticeKey, params: { who: string }) => string).call(agent, key, { who })
    : agent.t('notice.other');
}

/** What the agent should read once, each with a way to take it off. */
export function renderNotices(agent: AgentController, notices: readonly DeskNotice[]): TemplateResult {
  return html`
    <div class="notices">
      ${notices.map(
        (notice) => html`
          <p class="notice">
            ${icon(alertIcon)}
            <span class="wrap">
              ${noticeText(agent, notice)}
              ${isKey(`notice.${notice.code}`) ? nothing : html`<code>${notice.code}</code>`}
            </span>
            <button
              class="button quiet round"
              type="button"
              aria-label=${agent.t('notice.dismiss')}
              @click=${() => agent.session?.dismiss(notice.code)}
            >
              ${icon(xIcon)}
            </button>
          </p>
        `,
      )}
    </div>
  `;
}
