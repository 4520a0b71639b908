import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { MediaErrorCode } from '../../media/media-error.js';
import { browserFamily, type BrowserFamily } from './browser-family.js';

// Drawn by us for this element, under its licence: nothing is fetched, and no company's mark is copied.

/** A symbol to look for: what it points at is drawn in the accent colour. */
const spot = (x: number, y: number, symbol: SVGTemplateResult) =>
  svg`<g transform="translate(${x} ${y})"><circle class="spot" r="10" /><g class="on">${symbol}</g></g>`;
const sliders = svg`<path d="M-5 -3h4m4 0h2M-5 3h2m4 0h4" /><circle cx="1" cy="-3" r="2" /><circle cx="-1" cy="3" r="2" />`;
const microphone = svg`<rect x="-2.5" y="-7" width="5" height="8" rx="2.5" /><path d="M-5 -1a5 5 0 0 0 10 0M0 4v3" />`;
const crossed = svg`${microphone}<path d="M-6 -6 6 6" />`;
const pageMark = svg`<rect x="-5" y="-5" width="10" height="10" rx="2" /><path d="M-2 -1h4M-2 2h4" />`;
const padlock = svg`<rect x="-5" y="-1" width="10" height="7" rx="1.5" /><path d="M-3 -1v-2a3 3 0 0 1 6 0v2" />`;
const at = (x: number, y: number, drawing: SVGTemplateResult) =>
  svg`<g transform="translate(${x} ${y})">${drawing}</g>`;

const toggle = (x: number, y: number) =>
  svg`<rect class="fill" x=${x} y=${y} width="24" height="14" rx="7" /><circle class="knob" cx=${x + 17} cy=${y + 7} r="5" />`;
const window = (y: number) => svg`<rect class="card" x="6" y=${y} width="188" height="24" rx="12" />`;
const words = (x: number, y: number, width: number) => svg`<path class="words" d="M${x} ${y}h${width}" />`;
/** What opens when the symbol is pressed: a line with a switch. */
const opened = (y: number) =>
  svg`<rect class="card" x="8" y=${y} width="124" height="34" rx="8" />${at(24, y + 17, microphone)}${words(38, y + 17, 46)}${toggle(98, y + 10)}`;

const denied: Readonly<Record<BrowserFamily, SVGTemplateResult>> = {
  chromium: svg`${window(6)}${spot(20, 18, sliders)}${words(38, 18, 80)}${opened(40)}`,
  firefox: svg`${window(6)}${spot(20, 18, crossed)}${words(38, 18, 80)}<rect class="card" x="8" y="40" width="124" height="34" rx="8" />${at(24, 57, microphone)}${words(38, 57, 46)}<path class="on" d="m106 52 10 10m0-10-10 10" />`,
  safari: svg`<path d="M6 20h188" />${words(12, 12, 14)}<g class="on">${words(34, 12, 30)}</g>${words(74, 12, 20)}${words(102, 12, 20)}${opened(28)}`,
  'safari-ios': svg`${opened(6)}${window(50)}${spot(20, 62, pageMark)}${words(38, 62, 80)}`,
  other: svg`${window(6)}${spot(20, 18, padlock)}${words(38, 18, 80)}${opened(40)}`,
};

const system = svg`<rect class="card" x="30" y="6" width="140" height="68" rx="8" />${at(50, 24, padlock)}${words(66, 24, 60)}<path d="M30 40h140" />${at(50, 57, microphone)}${words(66, 57, 48)}${toggle(134, 50)}`;
const plug = svg`<rect class="card" x="30" y="14" width="70" height="44" rx="6" /><path d="M20 66h90" /><path class="on" d="M114 36h14m0-7v14h8a7 7 0 0 0 0-14zm15 7h13" />${spot(168, 36, microphone)}`;
const taken = svg`<rect class="card" x="16" y="8" width="96" height="58" rx="6" /><path d="M16 22h96" />${spot(64, 44, microphone)}<rect class="card" x="94" y="26" width="92" height="48" rx="6" /><path d="M94 38h92" />${at(140, 56, crossed)}`;
const framed = svg`<rect class="card" x="10" y="6" width="180" height="68" rx="6" /><path d="M10 18h180" /><rect class="on" x="52" y="28" width="96" height="36" rx="4" />${at(100, 46, crossed)}`;
const insecure = svg`${window(28)}<g class="on">${at(24, 39, padlock)}</g><text class="address" x="40" y="45" direction="ltr">https://</text>${words(98, 40, 60)}`;
const inApp = svg`<rect class="card" x="62" y="4" width="76" height="84" rx="10" />${words(76, 18, 30)}${spot(122, 18, svg`<path d="M-4 0h.01M0 0h.01M4 0h.01" />`)}<rect class="card" x="76" y="36" width="98" height="28" rx="6" /><path class="on" d="M90 46v8h8M94 50l8-8m-5 0h5v5" />${words(112, 50, 46)}`;

const drawings: Partial<Record<MediaErrorCode, SVGTemplateResult>> = {
  'permission-denied-by-system': system,
  'device-not-found': plug,
  'device-in-use': taken,
  'blocked-by-policy': framed,
  'insecure-page': insecure,
  'unsupported-browser': inApp,
  'in-app-browser': inApp,
};

/** The way back as a picture, for a cause and the reader's browser. It says nothing that the words beside it do not. */
export function permissionPicture(code: MediaErrorCode, userAgent: string): TemplateResult | null {
  const drawing = code === 'permission-denied' ? denied[browserFamily(userAgent)] : drawings[code];
  if (!drawing) return null;
  return html`<svg part="picture" class="picture" viewBox="0 0 200 ${drawing === inApp ? 92 : 80}" aria-hidden="true">
    ${drawing}
  </svg>`;
}
