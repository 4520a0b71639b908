import { contrast, parseColor } from '@carillon/call';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { paintedColor, toHex } from './painted-color.js';

/** What text has to have (WCAG 2.2, 1.4.3). */
const least = 4.5;

/** What a theme makes of a brand's colour, as it was painted. */
interface Measured {
  /** Of the words on the main button. */
  readonly button: number;
  /** Of the colour itself, as words and signs on the page. */
  readonly raw: number;
  /** The colour that such words and signs are drawn in instead, and its contrast. */
  readonly drawn: string;
  readonly ratio: number;
}

const say = (ratio: number) => `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`;

/** How well a brand's colour can be read in one theme: as it is, and as it is drawn. */
@customElement('desk-brand-contrast')
export class BrandContrast extends LitElement {
  static override styles = css`
    :host {
      display: block;
      font-size: 13px;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      margin: 0;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
    p {
      margin: 4px 0 0;
      padding: 6px 10px;
      border-radius: 8px;
      background: light-dark(#fff3d6, #3d3216);
      color: light-dark(#5c4300, #ffe0a3);
    }
    .swatch {
      display: inline-block;
      inline-size: 12px;
      block-size: 12px;
      border: 1px solid currentColor;
      border-radius: 3px;
      vertical-align: -1px;
    }
    cc-provider {
      position: absolute;
      inline-size: 0;
      block-size: 0;
      overflow: hidden;
    }
    @media (forced-colors: active) {
      p {
        border: 1px solid CanvasText;
      }
      .swatch,
      cc-provider {
        forced-color-adjust: none;
      }
    }
  `;

  @property() theme: 'light' | 'dark' = 'light';
  /** `#rrggbb`. */
  @property() color = '';
  @state() private measured: Measured | null = null;
  @query('.probe') private probe!: HTMLElement;
  @query('.swatch') private swatch!: HTMLElement | null;

  protected override render() {
    return html`
      <cc-provider .brand=${this.color} .theme=${this.theme} aria-hidden="true"
        ><span class="probe"></span
      ></cc-provider>
      ${this.measured ? this.#renderMeasured(this.measured) : nothing}
    `;
  }

  #renderMeasured({ button, raw, drawn, ratio }: Measured) {
    return html`
      <dl>
        <dt>Words on the main button</dt>
        <dd>${say(button)}</dd>
        <dt>Your colour on the page</dt>
        <dd>${say(raw)}</dd>
      </dl>
      ${
        raw < least
          ? html`<p role="status">
              Below 4.5 : 1 in the ${this.theme}. Signs and words in your colour are drawn in
              <span class="swatch"></span> ${drawn} instead, with ${say(ratio)}.
            </p>`
          : nothing
      }
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('color') || changed.has('theme')) void this.#look();
    if (this.measured) this.swatch?.style.setProperty('background', this.measured.drawn);
  }

  /** Once the provider has derived its colours from this one. */
  async #look(): Promise<void> {
    await this.renderRoot.querySelector('cc-provider')?.updateComplete;
    this.measured = this.#measure();
  }

  #measure(): Measured | null {
    const raw = parseColor(this.color);
    if (!raw) return null;
    const paint = (token: string) => {
      this.probe.style.setProperty('color', `var(${token})`);
      return paintedColor(getComputedStyle(this.probe).color);
    };
    const [page, drawn] = [paint('--cc-canvas'), paint('--cc-accent')];
    return {
      button: contrast(paint('--cc-on-primary'), paint('--cc-primary')),
      raw: contrast(raw, page),
      drawn: toHex(drawn),
      ratio: contrast(drawn, page),
    };
  }
}
