import { languages } from '@carillon/call';
import { translationFaults } from '@carillon/call/testing';
import { expect } from '@open-wc/testing';
import { english } from './english.js';
import { strings } from './strings.js';
import { translations } from './translations.js';

/** Words that a language has from English, or English from it. */
const offline = ['agent-status.offline', 'availability.offline'];
const second = 'incoming.seconds-left';
const same: Readonly<Record<string, readonly string[]>> = {
  de: [...offline, 'incoming.medium-video', second],
  es: ['incoming.medium-audio', 'incoming.medium-video', 'log.no', second],
  fr: ['incoming.medium-audio', 'wrapup.note', 'wrapup.status', second, 'reply.email', 'reply.text'],
  it: [...offline, 'incoming.medium-audio', 'incoming.medium-video', 'log.no', second],
  pt: [second, 'reply.email'],
  sv: [...offline, 'incoming.medium-video', second],
  tr: ['form.label'],
};

describe('the languages of the agent elements', () => {
  it('are thirteen, those of the customer', () =>
    expect(Object.keys(translations).sort()).to.deep.equal(languages.filter((tag) => tag !== 'en').sort()));

  for (const [locale, load] of Object.entries(translations))
    it(`have every sentence in ${locale}, filled with the same values`, async () =>
      expect(translationFaults(english, await load(), locale, same[locale])).to.deep.equal([]));

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
