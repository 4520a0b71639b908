import type { CallLinkKind, CallOptions, ConsentMode, LinkMedia, Weekday } from '@carillon/contract';

type Choice<Value extends string> = readonly (readonly [value: Value, label: string])[];

export const kinds: Choice<CallLinkKind> = [
  ['one-time', 'One time'],
  ['expiry', 'Until it expires'],
  ['time-frame', 'Time-frame'],
];
export const kindHints: Readonly<Record<CallLinkKind, string>> = {
  'one-time': 'For one customer, who uses it once.',
  expiry: 'For as many calls as are needed until then.',
  'time-frame': 'The agent who makes it says from when to when.',
};
export const media: Choice<LinkMedia> = [
  ['both', 'Audio and video'],
  ['audio', 'Audio only'],
  ['video', 'Video only'],
];
export const consents: Choice<ConsentMode> = [
  ['off', 'Say nothing'],
  ['notice', 'Say that the call may be recorded'],
  ['ask', 'Ask, and start no call without a yes'],
];
export const callOptions: Choice<keyof CallOptions> = [
  ['mute', 'Mute themselves'],
  ['camera', 'Turn the camera on and off'],
  ['switchCamera', 'Switch between front and back camera'],
  ['screenShare', 'Share their screen'],
  ['chat', 'Write messages'],
  ['settings', 'Change devices'],
];
export const weekdays: Choice<Weekday> = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
];
/** Where a company may put words of its own. */
export const ownTexts = [
  ['welcome', 'Before the call'],
  ['notOpen', 'The link is not open yet'],
  ['expired', 'The link has expired'],
  ['used', 'The link has been used'],
  ['waiting', 'While they wait'],
  ['ended', 'After the call'],
  ['consent', 'About recording'],
] as const;

/** The languages that a link may be set to. */
const tags = ['ar', 'de', 'en', 'es-419', 'fr', 'it', 'ja', 'pt-BR', 'ru', 'sv', 'tr', 'zh-Hans', 'zh-TW'] as const;

/** A language in its own words, as who speaks it looks for it. */
const nameOf = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

/** All of them, and one that was set by other means. */
export const languages = (chosen: string): Choice<string> =>
  [...new Set([...tags, chosen])].map((tag) => [tag, nameOf(tag)] as const);

/** Units of a link's life, in milliseconds, longest first. */
export const lifeUnits = [
  [86_400_000, 'days'],
  [3_600_000, 'hours'],
  [60_000, 'minutes'],
] as const;

/** A life as a person would say it: in the longest unit that divides it. */
export function splitLife(ms: number): { readonly count: number; readonly unitMs: number } {
  const [unitMs] = lifeUnits.find(([unit]) => ms % unit === 0) ?? lifeUnits[2];
  return { count: ms / unitMs, unitMs };
}
