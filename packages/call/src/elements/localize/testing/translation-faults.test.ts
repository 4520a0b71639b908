import { expect } from '@open-wc/testing';
import type { Dictionary } from '../dictionary.js';
import { translationFaults } from './translation-faults.js';

const english: Dictionary = { hello: 'Hello {name}', calls: { one: '{count} call', other: '{count} calls' } };
const french: Dictionary = {
  hello: 'Bonjour {name}',
  calls: { one: '{count} appel', many: '{count} d’appels', other: '{count} appels' },
};

describe('what is wrong with a translation', () => {
  it('is nothing where all is there', () => expect(translationFaults(english, french, 'fr')).to.deep.equal([]));

  for (const [title, change, faults] of [
    ['a key that is not English’s', { bye: 'Adieu' }, ['bye is unknown']],
    ['another name in braces', { hello: 'Bonjour {nom}' }, ['hello fills {nom}, English {name}']],
    [
      'a form that names nothing',
      { calls: { one: 'un', many: 'un', other: 'un' } },
      ['calls fills {}, English {count}'],
    ],
    [
      'a plural form too few',
      { calls: { one: '{count} appel', other: '{count} appels' } },
      ['calls has the forms one,other, wanted many,one,other'],
    ],
    [
      'one sentence for every number',
      { calls: '{count} appels' },
      ['calls has the forms of none, wanted many,one,other'],
    ],
    ['a sentence left in English', { hello: 'Hello {name}' }, ['hello is English']],
    ['a sentence with a space behind it', { hello: 'Bonjour {name} ' }, ['hello is empty or has spaces around it']],
    ['a sentence that shouts', { hello: 'Bonjour {name} !' }, ['hello shouts']],
  ] as const)
    it(`is ${title}`, () => expect(translationFaults(english, { ...french, ...change }, 'fr')).to.deep.equal(faults));

  it('is a key that it lacks', () =>
    expect(translationFaults(english, { hello: 'Bonjour {name}' }, 'fr')).to.deep.equal(['calls is missing']));

  it('is a form that the language does not know', () =>
    expect(translationFaults({ calls: english['calls'] ?? '' }, { calls: french['calls'] ?? '' }, 'ja')).to.deep.equal([
      'calls has the forms many,one,other, wanted other',
    ]));

  it('is not what holds no words', () => {
    const title = { title: '{screen} – {brand}' };
    expect(translationFaults(title, title, 'fr')).to.deep.equal([]);
  });

  it('is not a word that two languages share, once that is said', () => {
    const video = { video: 'Video' };
    expect(translationFaults(video, video, 'de', ['video'])).to.deep.equal([]);
    expect(translationFaults(video, { video: 'Vidéo' }, 'fr', ['video'])).to.deep.equal([
      'video is said to read like English',
    ]);
  });
});
