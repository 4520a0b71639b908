import { expect } from '@open-wc/testing';
import { ar } from './ar.js';
import { de } from './de.js';
import { strings } from './strings.js';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the languages of the agent elements', () => {
  for (const [language, dictionary] of Object.entries({ de, ar })) {
    it(`are complete: ${language}`, () => {
      expect(Object.keys(dictionary).sort()).to.deep.equal(Object.keys(strings).sort());
    });

    it(`name the same things in braces: ${language}`, () => {
      for (const [key, english] of Object.entries(strings))
        expect(names(JSON.stringify(dictionary[key as keyof typeof strings])), key).to.deep.equal(names(english));
    });
  }

  it('have a sentence for every end of a ring and every failure of a microphone', () => {
    for (const code of [
      'offer-missed',
      'offer-abandoned',
      'offer-answered-elsewhere',
      'offer-agent-offline',
      'offer-call-ended',
    ])
      expect(strings).to.have.property(`notice.${code}`);
  });
});
