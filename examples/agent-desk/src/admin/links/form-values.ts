import { CreateLinkConfigurationRequest, limits, type LinkConfiguration, type LinkTexts } from '@carillon/contract';
import { textOf } from '../admin-form.js';
import { callOptions } from './words.js';

/** What the form does not hold in fields: pictures, texts of the languages that are not shown just now, a life that is not asked for. */
export interface HeldValues {
  readonly logo: string | null;
  readonly backgroundImage: string | null;
  readonly texts: LinkTexts;
  readonly lifeMs: number;
}

/** What a field says, by the name it has in the request, such as `brand.color`. */
export type FieldErrors = ReadonlyMap<string, string>;

/** What stands in the form, in the shape of a request. Nothing of it is checked yet. */
export function bodyOf(data: FormData, { logo, backgroundImage, texts, lifeMs }: HeldValues): Record<string, unknown> {
  const text = (name: string) => textOf(data, name);
  return {
    key: text('key'),
    name: text('name'),
    kind: text('kind'),
    queueId: text('queueId'),
    media: text('media'),
    lifeMs: data.has('life') ? Math.round(Number(text('life')) * Number(text('lifeUnit'))) : lifeMs,
    brand: {
      name: text('brand.name'),
      color: text('brand.color'),
      background: text('brand.background') || null,
      logo,
      backgroundImage,
      welcome: text('brand.welcome'),
    },
    language: { mode: text('language.mode'), language: text('language.language') },
    texts,
    hours: data.has('limited')
      ? {
          timeZone: text('hours.timeZone'),
          days: data.getAll('hours.days'),
          from: text('hours.from'),
          to: text('hours.to') === '00:00' ? '24:00' : text('hours.to'),
        }
      : null,
    routing:
      text('routing.to') === 'sharer'
        ? { to: 'sharer', fallbackMs: secondsOf(text('routing.fallbackMs')), whenBusy: text('routing.whenBusy') }
        : { to: 'queue' },
    initialOptions: {
      muted: data.has('initial.muted'),
      cameraOff: data.has('initial.cameraOff'),
      camera: text('initial.camera'),
    },
    callOptions: Object.fromEntries(callOptions.map(([name]) => [name, data.has(`call.${name}`)])),
    consent: text('consent'),
    rating: data.has('rating'),
  };
}

const secondsOf = (text: string) => Math.round(Number(text) * 1_000);

const sentences: Readonly<Record<string, string>> = {
  key: 'Small letters, digits and hyphens, beginning with a letter; 40 at most.',
  name: 'A name of 1 to 100 characters is needed.',
  queueId: 'Choose a queue.',
  lifeMs: 'From 1 minute to 30 days.',
  'brand.name': 'A name of 1 to 100 characters is needed.',
  'brand.color': 'A colour such as #0f62c4 is needed.',
  'brand.background': 'A colour such as #f4f5f8, or nothing.',
  'brand.welcome': 'A sentence of 1 to 300 characters is needed.',
  'brand.logo': 'The logo is not there any more: upload it again.',
  'brand.backgroundImage': 'The picture is not there any more: upload it again.',
  'hours.timeZone': 'A time zone such as Europe/Zagreb is needed.',
  'hours.days': 'Choose a day at least.',
  'hours.from': 'A time such as 09:00 is needed.',
  'hours.to': 'Another time than the first is needed.',
  'routing.fallbackMs': 'From 3 to 600 seconds.',
};

/** What to say of a refused field, whoever has refused it. */
export const sentenceFor = (field: string): string =>
  sentences[field] ?? (field.startsWith('texts.') ? 'One line of at most 300 characters.' : 'This cannot be used.');

/** The request that the form stands for, or what is wrong with which field. */
export function checkBody(
  body: unknown,
): { readonly request: CreateLinkConfigurationRequest } | { readonly errors: FieldErrors } {
  const parsed = CreateLinkConfigurationRequest.safeParse(body);
  if (parsed.success) return { request: parsed.data };
  const fields = parsed.error.issues.map(({ path }) => path.map(String).join('.'));
  return { errors: new Map(fields.map((field) => [field, sentenceFor(field)])) };
}

/** The field of the form that a field of the request is in. */
export const shownField = (field: string): string =>
  field.startsWith('hours.days') ? 'hours.days' : field === 'lifeMs' ? 'life' : field;

/** A configuration that nobody has made yet. */
export const emptyConfiguration = (queueId: string, name: string): LinkConfiguration => ({
  key: '',
  name: '',
  kind: 'one-time',
  queueId,
  queueName: '',
  media: 'both',
  lifeMs: limits.linkMs,
  brand: { name, color: '#0f62c4', background: null, logo: null, backgroundImage: null, welcome: '' },
  language: { mode: 'browser', language: 'en' },
  texts: {},
  hours: null,
  routing: { to: 'queue' },
  initialOptions: { muted: false, cameraOff: false, camera: 'front' },
  callOptions: { mute: true, camera: true, switchCamera: true, screenShare: true, chat: true, settings: true },
  consent: 'off',
  rating: true,
  version: 0,
  archivedAt: null,
});
