import { svg, html, type TemplateResult } from 'lit';

/** Modules of quiet around a code, as its standard asks for. */
const quiet = 4;

/** A QR code: its dark modules as one path, and how many modules wide it is with its quiet zone. */
export interface QrCode {
  readonly path: string;
  readonly size: number;
}

/** The QR code of a text. */
export async function qrPath(text: string): Promise<QrCode> {
  // Fetched when somebody wants a code, and not before.
  const { generate } = await import('lean-qr');
  const code = generate(text);
  const rows = Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_none, x) => (code.get(x, y) ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')).join(
      '',
    ),
  );
  return { path: rows.join(''), size: code.size + 2 * quiet };
}

/** Draws it, dark on light in every theme, as cameras need it. */
export const renderQr = ({ path, size }: QrCode, label: string): TemplateResult =>
  html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    ${svg`<rect width=${size} height=${size} fill="#fff" /><path d=${path} fill="#000" />`}
  </svg>`;
