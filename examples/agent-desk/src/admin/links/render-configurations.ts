import { defaultConfigurationKey, type LinkConfiguration } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { kinds, media } from './words.js';

const mediaNames = Object.fromEntries(media);
const kindNames = Object.fromEntries(kinds);

/** Configurations at a glance: what each is called, which sort of link, and for whom. */
export const renderConfigurations = (
  configurations: readonly LinkConfiguration[],
  edit: (configuration: LinkConfiguration) => void,
): TemplateResult => html`
  <ul class="list">
    ${configurations.map((one) => {
      const name = one.name || one.key;
      return html`
        <li class="card">
          <div class="who">
            <h2><bdi>${name}</bdi></h2>
            <p class="muted"><bdi>${one.brand.name}</bdi> · <bdi>${one.queueName}</bdi></p>
          </div>
          <div class="chips">
            <span class="chip strong">${kindNames[one.kind]}</span>
            <span class="chip">${mediaNames[one.media]}</span>
            ${one.routing.to === 'sharer' ? html`<span class="chip">Agent first</span>` : nothing}
            ${one.hours ? html`<span class="chip">Opening hours</span>` : nothing}
            ${one.key === defaultConfigurationKey ? html`<span class="chip">Default</span>` : nothing}
          </div>
          <button
            class="button"
            type="button"
            data-key=${one.key}
            aria-label=${`Change ${name}`}
            @click=${() => edit(one)}
          >
            Change
          </button>
        </li>
      `;
    })}
  </ul>
`;
