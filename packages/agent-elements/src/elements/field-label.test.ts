import { expect } from '@open-wc/testing';
import { fieldLabel } from './field-label.js';

describe('the label of a field', () => {
  const label = { hr: 'Razlog', en: 'Reason', de: 'Grund', 'pt-BR': 'Motivo', 'zh-Hans': '原因', 'zh-Hant': '理由' };

  for (const [locale, words] of [
    ['de', 'Grund'],
    ['de-AT', 'Grund'],
    ['pt', 'Motivo'],
    ['zh-Hant', '理由'],
    ['ja', 'Reason'],
  ] as const)
    it(`is read in ${locale}`, () => expect(fieldLabel(label, locale)).to.equal(words));

  it('is the first one where nothing fits', () =>
    expect(fieldLabel({ hr: 'Razlog', de: 'Grund' }, 'ja')).to.equal('Razlog'));
  it('is the same in every language where there is one', () => expect(fieldLabel('Reason', 'ja')).to.equal('Reason'));
});
