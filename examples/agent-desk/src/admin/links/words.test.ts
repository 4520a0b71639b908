import { isSpoken } from '@carillon/call';
import { expect } from '@open-wc/testing';
import { withText } from './render-texts.js';
import { languages, splitLife } from './words.js';

describe('a link’s life', () => {
  for (const [ms, count, unit] of [
    [60_000, 1, 60_000],
    [90 * 60_000, 90, 60_000],
    [3_600_000, 1, 3_600_000],
    [36 * 3_600_000, 36, 3_600_000],
    [86_400_000, 1, 86_400_000],
    [30 * 86_400_000, 30, 86_400_000],
    [90_000, 1.5, 60_000],
  ] as const)
    it(`of ${ms} ms is ${count} of a unit of ${unit}`, () => {
      expect(splitLife(ms)).to.deep.equal({ count, unitMs: unit });
      expect(splitLife(ms).count * splitLife(ms).unitMs).to.equal(ms);
    });
});

describe('the languages of a link', () => {
  it('are thirteen, each in its own words, and one that was set by other means', () => {
    expect(languages('de')).to.have.length(13);
    expect(Object.fromEntries(languages('de'))).to.include({ de: 'Deutsch', ar: 'العربية', ja: '日本語' });
    expect(languages('hr').map(([tag]) => tag))
      .to.include('hr')
      .and.to.have.length(14);
  });

  it('are each spoken by the customer’s page (LNK-13)', () =>
    expect(
      languages('de')
        .map(([tag]) => tag)
        .filter((tag) => !isSpoken(tag)),
    ).to.deep.equal([]));
});

describe('texts of the company’s own', () => {
  it('are kept by language, and are not there once they are empty', () => {
    const german = withText({}, 'de', 'welcome', 'Hallo');
    expect(german).to.deep.equal({ de: { welcome: 'Hallo' } });
    const both = withText(withText(german, 'ar', 'ended', 'شكرًا'), 'de', 'ended', 'Danke');
    expect(both).to.deep.equal({ de: { welcome: 'Hallo', ended: 'Danke' }, ar: { ended: 'شكرًا' } });
    expect(withText(both, 'ar', 'ended', '')).to.deep.equal({ de: { welcome: 'Hallo', ended: 'Danke' } });
    expect(german, 'what was there is not changed').to.deep.equal({ de: { welcome: 'Hallo' } });
  });
});
