import { icon, starIcon } from '@carillon/call';
import { html } from 'lit';
import type { AgentController } from '../agent-controller.js';

const stars = [1, 2, 3, 4, 5] as const;

/** How good the call was, in five stars: what is pressed is kept at once, and pressed again taken back (WRP-3). */
export function renderRating(agent: AgentController, given: number | null, rate: (rating: number | null) => void) {
  return html`<div class="rating" role="group" aria-labelledby="rating">
    <p id="rating" class="label">${agent.t('wrapup.rating')}</p>
    <div class="stars">
      ${stars.map(
        (star) =>
          html`<button
            class="star ${given !== null && star <= given ? 'on' : ''}"
            type="button"
            aria-label=${agent.t('wrapup.stars', { count: star })}
            aria-pressed=${star === given}
            @click=${() => rate(star === given ? null : star)}
          >
            ${icon(starIcon)}
          </button>`,
      )}
    </div>
  </div>`;
}
