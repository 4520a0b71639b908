/** sRGB channels, 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`. Undefined for anything else: a brand colour is a parsed value, never free CSS. */
export function parseColor(text: string): Rgb | undefined {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (!channels) return undefined;
  const [, red = '', green = '', blue = ''] = channels;
  return [parseInt(red, 16) / 255, parseInt(green, 16) / 255, parseInt(blue, 16) / 255];
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const white: Rgb = [1, 1, 1];
const black: Rgb = [0, 0, 0];

/** Black or white, whichever contrasts more with a colour: never less than 4.58 : 1. The tokens compute the same in CSS. */
export function textOn(color: Rgb): '#000000' | '#ffffff' {
  return contrast(color, black) >= contrast(color, white) ? '#000000' : '#ffffff';
}
