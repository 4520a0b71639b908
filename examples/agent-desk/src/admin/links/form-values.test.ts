import { expect } from '@open-wc/testing';
import { bodyOf, checkBody, sentenceFor, shownField } from './form-values.js';

const held = { logo: null, backgroundImage: null, texts: {}, lifeMs: 86_400_000 };

/** What a browser would read from a form that is filled in well. */
function filled(changes: Readonly<Record<string, string | null>> = {}): FormData {
  const data = new FormData();
  const values: Record<string, string | null> = {
    ...{ key: 'sales', name: 'Sales', kind: 'expiry', queueId: `que_${'A'.repeat(22)}`, media: 'both' },
    ...{ life: '2', lifeUnit: '3600000', 'brand.name': 'Acme', 'brand.color': '#0F62C4', 'brand.background': '' },
    ...{ 'brand.welcome': 'Hello', 'language.mode': 'browser', 'language.language': 'en', 'routing.to': 'queue' },
    ...{ 'initial.camera': 'front', consent: 'off', 'call.mute': 'on', 'initial.muted': 'on' },
    ...changes,
  };
  for (const [name, value] of Object.entries(values)) if (value !== null) data.append(name, value);
  return data;
}

const errorsOf = (changes: Readonly<Record<string, string | null>>, more: Partial<typeof held> = {}) => {
  const checked = checkBody(bodyOf(filled(changes), { ...held, ...more }));
  return 'errors' in checked ? [...checked.errors.keys()] : [];
};

describe('what stands in the form of a link configuration', () => {
  it('is a request', () => {
    const checked = checkBody(bodyOf(filled(), held));
    if (!('request' in checked)) throw new Error([...checked.errors.keys()].join());
    const { lifeMs, brand, hours, callOptions, initialOptions, routing } = checked.request;
    expect(lifeMs).to.equal(7_200_000);
    expect([brand.color, brand.background]).to.deep.equal(['#0f62c4', null]);
    expect([hours, routing]).to.deep.equal([null, { to: 'queue' }]);
    expect([callOptions.mute, callOptions.chat, initialOptions.muted]).to.deep.equal([true, false, true]);
  });

  it('says hours by days and times, midnight as the end of a day', () => {
    const data = filled({
      limited: 'on',
      'hours.timeZone': 'Europe/Zagreb',
      'hours.from': '22:00',
      'hours.to': '00:00',
    });
    for (const day of ['fri', 'sat']) data.append('hours.days', day);
    const { hours } = bodyOf(data, held);
    expect(hours).to.deep.equal({ timeZone: 'Europe/Zagreb', days: ['fri', 'sat'], from: '22:00', to: '24:00' });
  });

  it('says seconds as milliseconds, and keeps a life that is not asked for', () => {
    const data = filled({
      ...{ 'routing.to': 'sharer', 'routing.fallbackMs': '4.5', 'routing.whenBusy': 'wait' },
      ...{ kind: 'time-frame', life: null, lifeUnit: null },
    });
    const body = bodyOf(data, held);
    expect(body['routing']).to.deep.equal({ to: 'sharer', fallbackMs: 4_500, whenBusy: 'wait' });
    expect(body['lifeMs']).to.equal(86_400_000);
  });

  for (const [what, changes, fields] of [
    ['no name', { name: ' ' }, ['name']],
    ['no company', { 'brand.name': '' }, ['brand.name']],
    ['a key with a space', { key: 'a b' }, ['key']],
    ['free CSS', { 'brand.color': 'red;}', 'brand.background': 'url(//x)' }, ['brand.color', 'brand.background']],
    ['half a minute', { life: '0.5', lifeUnit: '60000' }, ['lifeMs']],
    ['31 days', { life: '31', lifeUnit: '86400000' }, ['lifeMs']],
    ['no number', { life: 'soon' }, ['lifeMs']],
    [
      '2 seconds',
      { 'routing.to': 'sharer', 'routing.fallbackMs': '2', 'routing.whenBusy': 'wait' },
      ['routing.fallbackMs'],
    ],
    [
      'a zone on Mars and no day',
      { limited: 'on', 'hours.timeZone': 'Mars/Olympus', 'hours.from': '09:00', 'hours.to': '17:00' },
      ['hours.timeZone', 'hours.days'],
    ],
  ] as const)
    it(`is refused with ${what}, at its field`, () => expect(errorsOf(changes)).to.deep.equal([...fields]));

  it('is refused at the very text that cannot be said', () => {
    const texts = { de: { welcome: 'a\nb' } };
    expect(errorsOf({}, { texts })).to.deep.equal(['texts.de.welcome']);
  });

  it('has a sentence for every field that can be refused', () => {
    for (const field of ['name', 'key', 'lifeMs', 'brand.color', 'hours.to', 'texts.de.welcome', 'anything.else'])
      expect(sentenceFor(field)).to.match(/^[A-Z].*\.$/);
    expect([shownField('lifeMs'), shownField('hours.days.0'), shownField('name')]).to.deep.equal([
      'life',
      'hours.days',
      'name',
    ]);
  });
});
