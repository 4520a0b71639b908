import { html, type TemplateResult } from 'lit';
import type { captions } from '../localize/en/captions.js';
import type { ProviderController } from '../provider-controller.js';
import { colours, places, sizes, type CaptionLook } from './caption-looks.js';

/** Size, colours and place of captions, to choose from. */
export function renderCaptionChoices(
  host: ProviderController<typeof captions>,
  look: CaptionLook,
  choose: (change: Partial<CaptionLook>) => void,
): readonly TemplateResult[] {
  const choice = <K extends 'size' | 'colours' | 'place'>(
    field: K,
    label: string,
    values: readonly CaptionLook[K][],
    words: (value: CaptionLook[K]) => string,
  ) =>
    html`<label class="field">
      <span>${label}</span>
      <select
        class="input"
        @change=${(event: Event) => choose({ [field]: values[(event.target as HTMLSelectElement).selectedIndex] })}
      >
        ${values.map((value) => html`<option .selected=${look[field] === value}>${words(value)}</option>`)}
      </select>
    </label>`;
  return [
    choice('size', host.t('captions.size'), sizes, (percent) => host.t('captions.size-percent', { percent })),
    choice('colours', host.t('captions.look'), colours, (colour) => host.t(`captions.look-${colour}`)),
    choice('place', host.t('captions.place'), places, (place) => host.t(`captions.place-${place}`)),
  ];
}
