import { html, nothing, type TemplateResult } from 'lit';

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** Ids of what describes a field: its error first, as that is what has to be heard. */
export const describedBy = ({ name, hint, error }: FieldOptions) =>
  [error ? `${name}-error` : '', hint ? `${name}-hint` : ''].filter(Boolean).join(' ') || nothing;

/** A field with its label, its hint, and its error beside it. The control says what describes it by `describedBy`. */
export const renderField = (options: FieldOptions, control: TemplateResult): TemplateResult => {
  const { name, label, hint, error } = options;
  return html`
    <div class="field">
      <label for=${name}>${label}</label>
      ${control} ${error ? html`<p id=${`${name}-error`} class="error">${error}</p>` : nothing}
      ${hint ? html`<p id=${`${name}-hint`} class="hint">${hint}</p>` : nothing}
    </div>
  `;
};

export interface TextOptions extends FieldOptions {
  readonly value: string;
  readonly type?: 'text' | 'number' | 'time';
  readonly maxlength?: number;
  readonly list?: string;
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl' | 'auto';
}

export const renderText = (options: TextOptions): TemplateResult => {
  const { name, value, error, type = 'text', maxlength = 200, list, lang, dir } = options;
  return renderField(
    options,
    html`<input
      id=${name}
      name=${name}
      type=${type}
      maxlength=${type === 'text' ? maxlength : nothing}
      list=${list ?? nothing}
      lang=${lang ?? nothing}
      dir=${dir ?? nothing}
      step=${type === 'number' ? 'any' : nothing}
      autocomplete="off"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(options)}
      .value=${value}
    />`,
  );
};

export interface SelectOptions extends FieldOptions {
  readonly value: string;
  readonly choices: readonly (readonly [value: string | number, label: string])[];
}

export const renderSelect = (options: SelectOptions): TemplateResult => {
  const { name, value, choices, error } = options;
  return renderField(
    options,
    html`<select
      id=${name}
      name=${name}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${describedBy(options)}
    >
      ${choices.map(
        ([choice, label]) => html`<option value=${choice} ?selected=${String(choice) === value}>${label}</option>`,
      )}
    </select>`,
  );
};

export const renderCheck = (name: string, label: string, checked: boolean, value = 'on'): TemplateResult => html`
  <label class="choice">
    <input type="checkbox" name=${name} value=${value} ?checked=${checked} />
    <span>${label}</span>
  </label>
`;
