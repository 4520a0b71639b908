import { icon, starIcon } from '@carillon/call';
import { html, nothing, type TemplateResult } from 'lit';
import type { LinkController } from '../link-controller.js';

const stars = [1, 2, 3, 4, 5] as const;

export interface Rating {
  /** What was said; null: nothing yet. */
  readonly given: number | null;
  readonly busy: boolean;
  readonly failed: boolean;
  readonly rate: (rating: number) => void;
}

/** Five stars to press: what is pressed is sent at once, and may be changed. */
export function renderRating(host: LinkController, { given, busy, failed, rate }: Rating): TemplateResult {
  return html`<div class="rating" role="group" aria-labelledby="rating">
    <p id="rating">${host.t('ended.rate')}</p>
    <div class="stars">
      ${stars.map(
        (star) =>
          html`<button
            class="star ${given !== null && star <= given ? 'on' : ''}"
            type="button"
            aria-label=${host.t('ended.stars', { count: star })}
            aria-pressed=${star === given}
            aria-disabled=${busy}
            @click=${() => rate(star)}
          >
            ${icon(starIcon)}
          </button>`,
      )}
    </div>
    <p class="said small muted" role="status">${given === null || failed ? nothing : host.t('ended.rated')}</p>
    ${failed ? html`<p class="failure small" role="alert">${host.t('ended.rate-failed')}</p>` : nothing}
  </div>`;
}
