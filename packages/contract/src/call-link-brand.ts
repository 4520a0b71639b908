import * as z from 'zod/mini';
import { Id } from './common.js';
import { DisplayName, shownText } from './text.js';

type Rgb = readonly [red: number, green: number, blue: number];

const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
const rgb = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/i;

/** The channels of a colour, 0 to 255: `#rgb`, `#rrggbb` or `rgb(1, 2, 3)`. Nothing else of CSS is understood (T21). */
function channelsOf(text: string): Rgb | null {
  const digits = hex.exec(text)?.[1];
  const channels = digits
    ? [0, 1, 2].map((i) =>
        parseInt(digits.length === 3 ? (digits[i] ?? '').repeat(2) : digits.slice(2 * i, 2 * i + 2), 16),
      )
    : (rgb.exec(text) ?? []).slice(1).map(Number);
  const [red, green, blue] = channels;
  if (red === undefined || green === undefined || blue === undefined || Math.max(...channels) > 255) return null;
  return [red, green, blue];
}

const toHex = (channels: Rgb) => `#${channels.map((one) => one.toString(16).padStart(2, '0')).join('')}`;

/** A colour as a company types it, kept as `#rrggbb`. */
export const BrandColor = z.pipe(
  z.string().check(
    z.maxLength(32),
    z.refine((text) => channelsOf(text.trim()) !== null, 'is no colour such as #0f62c4'),
  ),
  z.transform((text: string) => toHex(channelsOf(text.trim()) ?? [0, 0, 0])),
);

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(channels: Rgb): number {
  const [red, green, blue] = channels.map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast between two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => luminance(channelsOf(text) ?? [0, 0, 0])) as [number, number];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Black or white, whichever reads better on a colour. One of them always has a contrast of 4.5 : 1 or more. */
export const textColorOn = (color: string): string =>
  contrast(color, '#ffffff') >= contrast(color, '#000000') ? '#ffffff' : '#000000';

/** What the customer's page may look like: parsed values only, never free CSS. */
export const Brand = z.object({
  name: z.string(),
  /** `#rrggbb`. */
  color: z.string(),
  /** `#rrggbb`: what can be read on `color`. */
  textColor: z.optional(z.string()),
  /** `#rrggbb`. */
  background: z.optional(z.nullable(z.string())),
  /** Pictures, as ids of files that the company uploaded. An address is never taken: nothing is fetched for a brand. */
  logo: z.optional(z.nullable(Id)),
  backgroundImage: z.optional(z.nullable(Id)),
  welcome: z.string(),
});
export type Brand = z.infer<typeof Brand>;

/** What of a brand is kept among a configuration's settings. */
export const LinkPictures = z.object({
  background: z._default(z.nullable(BrandColor), null),
  logo: z._default(z.nullable(Id), null),
  backgroundImage: z._default(z.nullable(Id), null),
});

/** A brand as an administrator sets it. */
export const SetBrand = z.strictObject({
  name: DisplayName,
  color: BrandColor,
  ...LinkPictures.shape,
  welcome: shownText(300),
});
export type SetBrand = z.infer<typeof SetBrand>;
