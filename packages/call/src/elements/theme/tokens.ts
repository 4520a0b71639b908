import { css, unsafeCSS } from 'lit';

// Exactly black or white by the colour's own luminance: 0.1791 is where both contrast alike (4.58 : 1).
const textOn = (color: string, black = '0.1791 - y') =>
  `color(from ${color} xyz-d65 clamp(0, (${black}) * 9999, 0.95047) clamp(0, (${black}) * 9999, 1) clamp(0, (${black}) * 9999, 1.08883))`;

const brand = 'var(--cc-brand, #0f62c4)';
/** Dark enough to be seen on white, light enough on a dark canvas; a brand in between stays as it is. */
const light = `oklch(from ${brand} clamp(0.25, l, 0.86) c h)`;
const dark = `oklch(from ${brand} clamp(0.45, l, 0.9) c h)`;
const surface = (l: number, c: number) => `oklch(from ${brand} ${l} min(c, ${c}) h)`;
const pair = (a: string, b: string) => unsafeCSS(`light-dark(${a}, ${b})`);
const grey = (a: number, b: number, c = 0.01) => pair(surface(a, c), surface(b, c));

/**
 * Every colour and measure of our elements, derived from `--cc-brand`, `--cc-radius` and `--cc-font`. Adopted by the
 * provider, and again by roots that set a brand of their own: what is derived is derived where the brand is set.
 */
export const tokens = css`
  :host {
    --cc-canvas: ${pair(surface(0.98, 0.004), surface(0.17, 0.01))};
    --cc-panel: ${pair(surface(1, 0), surface(0.21, 0.01))};
    --cc-raised: ${pair(surface(1, 0), surface(0.25, 0.01))};
    --cc-sunken: ${pair(surface(0.955, 0.006), surface(0.3, 0.01))};
    --cc-stage: ${grey(0.16, 0.12)};
    --cc-stage-raised: ${grey(0.27, 0.24, 0.015)};
    --cc-on-stage: oklch(0.97 0 0);
    --cc-text: ${pair(surface(0.22, 0.02), surface(0.95, 0.008))};
    --cc-muted: ${grey(0.46, 0.72, 0.02)};
    --cc-hairline: ${grey(0.9, 0.32)};
    --cc-outline: ${grey(0.61, 0.58, 0.015)};

    --cc-primary: ${pair(light, dark)};
    --cc-on-primary: ${pair(textOn(light), textOn(dark))};
    --cc-primary-opposite: ${pair(textOn(light, 'y - 0.1791'), textOn(dark, 'y - 0.1791'))};
    --cc-accent: ${pair(`oklch(from ${brand} min(l, 0.48) c h)`, `oklch(from ${brand} max(l, 0.76) c h)`)};
    --cc-accent-tint: ${pair(`oklch(from ${brand} 0.95 min(c, 0.03) h)`, `oklch(from ${brand} 0.3 min(c, 0.05) h)`)};

    --cc-answer: ${pair('oklch(0.52 0.14 152)', 'oklch(0.52 0.14 152)')};
    --cc-on-answer: #fff;
    --cc-danger: ${pair('oklch(0.53 0.2 27)', 'oklch(0.55 0.2 27)')};
    --cc-on-danger: #fff;
    --cc-danger-text: ${pair('oklch(0.5 0.19 27)', 'oklch(0.78 0.13 27)')};
    --cc-danger-tint: ${pair('oklch(0.96 0.02 27)', 'oklch(0.29 0.06 27)')};
    --cc-attention: ${pair('oklch(0.8 0.15 80)', 'oklch(0.8 0.15 80)')};
    --cc-attention-text: ${pair('oklch(0.47 0.1 70)', 'oklch(0.85 0.12 85)')};
    --cc-attention-tint: ${pair('oklch(0.965 0.035 88)', 'oklch(0.3 0.05 80)')};
    --cc-good-text: ${pair('oklch(0.47 0.12 152)', 'oklch(0.82 0.14 152)')};

    --cc-shadow: 0 4px 16px ${pair('oklch(0.2 0.02 250 / 0.12)', 'oklch(0 0 0 / 0.5)')};
    --cc-corner: var(--cc-radius, 12px);
    --cc-corner-small: min(8px, var(--cc-radius, 12px));
    --cc-family: var(--cc-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --cc-font-size: 14px;
    --cc-target: 44px;
    --cc-target-bar: 48px;
    --cc-ease: cubic-bezier(0.2, 0, 0, 1);
  }
`;
