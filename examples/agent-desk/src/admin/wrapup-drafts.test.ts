import { WrapUpFields } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { eachLineOf, emptyDraft, keyOf, toDraft, toFields, type FieldDraft } from './wrapup-drafts.js';

const draft = (change: Partial<FieldDraft>): FieldDraft => ({ ...emptyDraft(1), label: 'Reason', ...change });

describe('a field of the form after a call, as it is edited', () => {
  it('becomes what the server takes, and comes back as it was', () => {
    const drafts = [
      draft({
        id: 0,
        key: 'reason',
        kind: 'choice',
        required: true,
        choices: 'Bill\nFault',
        others: 'de: Grund\nhr: Razlog',
      }),
      draft({ id: 1, key: 'details', label: 'Details', kind: 'long-text' }),
    ];
    const fields = toFields(drafts, 'en');
    expect(WrapUpFields.parse(fields)).to.deep.equal(fields);
    expect(fields[0]?.label).to.deep.equal({ en: 'Reason', de: 'Grund', hr: 'Razlog' });
    expect(fields[1]?.label).to.equal('Details');
    expect(fields.map((field, index) => toDraft(field, index, 'en'))).to.deep.equal(drafts);
  });

  it('loses no language of a label that the company’s own has no word for', () => {
    const field = {
      key: 'a',
      kind: 'text',
      label: { de: 'Grund', hr: 'Razlog' },
      required: false,
      choices: [],
    } as const;
    const read = toDraft({ ...field, choices: [] }, 0, 'en');
    expect(read.label).to.equal('Grund');
    expect(toFields([read], 'en')[0]?.label).to.deep.equal({ en: 'Grund', de: 'Grund', hr: 'Razlog' });
  });

  it('has choices only where one is chosen', () =>
    expect(toFields([draft({ kind: 'date', choices: 'Bill' })], 'en')[0]?.choices).to.deep.equal([]));

  it('is known to programs by its label, each by another one, and stays so when the label changes', () => {
    const fields = toFields(
      [draft({ label: 'Grund für Rückruf?' }), draft({}), draft({}), draft({ key: 'reason' })],
      'en',
    );
    expect(fields.map(({ key }) => key)).to.deep.equal(['grund-fur-ruckruf', 'reason-2', 'reason-3', 'reason']);
    expect(keyOf('注文', new Set())).to.equal('field');
    expect(keyOf('x'.repeat(100), new Set()).length).to.be.at.most(40);
    expect(toFields([draft({ key: 'reason', label: 'Why' })], 'en')[0]?.key).to.equal('reason');
  });

  it('says how other languages are written', () => {
    for (const others of ['Grund', 'de Grund', 'de:', ': Grund'])
      expect(() => toFields([draft({ others })], 'en'), others).to.throw('“Reason”: write each language');
  });

  it('reads lines without repetitions', () => expect(eachLineOf(' a \n\nb\na')).to.deep.equal(['a', 'b']));
});
