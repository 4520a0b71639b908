import { BrandColor } from '@carillon/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { AdminApi } from '../admin-api.js';
import type { Fields } from './fields.js';
import { describedBy, renderField, renderText } from './render-field.js';

type PictureName = 'logo' | 'backgroundImage';

export interface BrandFields extends Fields {
  readonly api: AdminApi;
  readonly pictures: Readonly<Record<PictureName, string | null>>;
  readonly setPicture: (field: PictureName, id: string | null) => void;
  readonly setColor: (field: string, color: string) => void;
}

/** How the customer's page looks. */
export const renderBrandFields = (fields: BrandFields): TemplateResult => {
  const { configuration, errors } = fields;
  const { brand } = configuration;
  return html`
    <fieldset>
      <legend>Brand</legend>
      ${renderText({ name: 'brand.name', label: 'Company', value: brand.name, maxlength: 100, error: errors.get('brand.name'), dir: 'auto' })}
      ${renderText({
        name: 'brand.welcome',
        label: 'Welcome',
        hint: 'One sentence, before the call.',
        value: brand.welcome,
        maxlength: 300,
        error: errors.get('brand.welcome'),
        dir: 'auto',
      })}
      <div class="pair">
        ${renderColor(fields, 'brand.color', 'Colour', brand.color, 'Of the main button and of signs.')}
        ${renderColor(fields, 'brand.background', 'Background colour', brand.background ?? '', 'Empty: none.')}
      </div>
      ${renderPicture(fields, 'logo', 'Logo')} ${renderPicture(fields, 'backgroundImage', 'Background picture')}
    </fieldset>
  `;
};

/** A colour is typed, or chosen from the browser's palette; only a parsed one is ever shown or sent. */
function renderColor(
  { draft, errors, setColor }: BrandFields,
  name: string,
  label: string,
  value: string,
  hint: string,
) {
  const typed = name === 'brand.color' ? draft.brand.color : draft.brand.background;
  const parsed = BrandColor.safeParse(typed ?? '');
  const options = { name, label, hint, error: errors.get(name) };
  return renderField(
    options,
    html`<div class="color">
      <input
        id=${name}
        name=${name}
        maxlength="32"
        dir="ltr"
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${options.error ? 'true' : nothing}
        aria-describedby=${describedBy(options)}
        .value=${value}
      />
      <input
        type="color"
        aria-label=${`${label}: palette`}
        .value=${parsed.success ? parsed.data : '#ffffff'}
        @input=${(event: Event) => setColor(name, (event.target as HTMLInputElement).value)}
      />
    </div>`,
  );
}

const renderPicture = ({ api, errors, pictures, setPicture }: BrandFields, field: PictureName, label: string) => html`
  <desk-picture-field
    .api=${api}
    .use=${field === 'logo' ? 'logo' : 'background'}
    label=${label}
    error=${errors.get(`brand.${field}`) ?? ''}
    .value=${pictures[field]}
    @desk-file=${(event: CustomEvent<string | null>) => setPicture(field, event.detail)}
  ></desk-picture-field>
`;
