import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WrapUpFields } from './wrap-up-fields.js';
import { SaveAnswersRequest, type WrapUpFieldKind } from './wrap-up-form.js';
import { valueOf } from './wrap-up-value.js';

const field = (change: object = {}) => ({ key: 'reason', kind: 'text', label: 'Reason', ...change });
const takes = (value: unknown) => WrapUpFields.safeParse(value).success;

describe('the form of a wrap-up', () => {
  it('asks for nothing that has to be there unless it says so, and has no choices of its own', () =>
    assert.deepEqual(WrapUpFields.parse([field()]), [field({ required: false, choices: [] })]));

  it('has at most twenty fields, each key once', () => {
    const many = Array.from({ length: 20 }, (_, index) => field({ key: `f-${index}` }));
    assert.ok(takes([]));
    assert.ok(takes(many));
    assert.ok(!takes([...many, field()]));
    assert.ok(!takes([field(), field({ kind: 'date' })]));
  });

  it('names a field in one text, or by language', () => {
    assert.ok(takes([field({ label: { en: 'Reason', 'pt-BR': 'Motivo' } })]));
    for (const label of ['  ', {}, { english: 'Reason' }, { en: '' }, { en: 'a\nb' }, 7, 'a\u202Eb'])
      assert.ok(!takes([field({ label })]), JSON.stringify(label));
  });

  it('has choices where one is chosen, and nowhere else', () => {
    assert.ok(takes([field({ kind: 'choice', choices: ['Sold', '注文'] })]));
    assert.ok(!takes([field({ kind: 'choice', choices: ['Sold', ' Sold'] })]));
    assert.ok(!takes([field({ kind: 'date', choices: ['Sold'] })]));
    const { success, error } = WrapUpFields.safeParse([field({ kind: 'choice' })]);
    assert.ok(!success);
    assert.deepEqual(error.issues[0]?.path, [0, 'choices']);
  });

  it('is no book: each page hears of it with each wrap-up', () => {
    const long = (index: number) =>
      field({
        key: `f-${index}`,
        kind: 'choice',
        choices: Array.from({ length: 50 }, (_, n) => `${n} ${'x'.repeat(90)}`),
      });
    assert.ok(takes([long(1), long(2), long(3)]));
    assert.ok(!takes([long(1), long(2), long(3), long(4)]));
  });

  for (const key of ['', 'Reason', '-a', 'a b', 'x'.repeat(41), 'ä'])
    it(`is read by programs: no key ${JSON.stringify(key)}`, () => assert.ok(!takes([field({ key })])));
});

describe('an answer', () => {
  const parse = (kind: WrapUpFieldKind, value: unknown) =>
    valueOf({ kind, choices: ['Sold', 'Later'] }).safeParse(value);

  for (const [kind, given, kept] of [
    ['text', '  Router ', 'Router'],
    ['text', 'Card 4111 1111 1111 1111', 'Card •••• 1111'],
    ['long-text', 'one\ntwo', 'one\ntwo'],
    ['long-text', 'x'.repeat(2_000), 'x'.repeat(2_000)],
    ['long-text', '4111111111111111\n', '•••• 1111\n'],
    ['number', -1.5, -1.5],
    ['yes-no', false, false],
    ['choice', 'Later', 'Later'],
    ['date', '2028-02-29', '2028-02-29'],
  ] as const)
    it(`of the kind ${kind} may be ${JSON.stringify(given).slice(0, 40)}`, () => {
      const { success, data } = parse(kind, given);
      assert.ok(success);
      assert.equal(data, kept);
    });

  for (const [kind, values] of [
    ['text', ['', '  ', 'a\nb', 'x'.repeat(301), 7, 'a\u202Eb']],
    ['long-text', ['', ' \n ', 'x'.repeat(2_001), 'a\u0000', true]],
    ['number', ['7', NaN, Infinity, true]],
    ['yes-no', ['yes', 1, 'true']],
    ['choice', ['sold', '', 0]],
    ['date', ['2027-02-29', '27-02-01', '2027-2-1', '2027-02-01T00:00', 20270201]],
  ] as const)
    for (const value of values)
      it(`of the kind ${kind} is never ${String(JSON.stringify(value)).slice(0, 40)}`, () =>
        assert.ok(!parse(kind, value).success));

  it('is there once, or not at all', () => {
    const request = (answers: unknown) => SaveAnswersRequest.safeParse({ answers }).success;
    assert.ok(request([]));
    assert.ok(
      request([
        { key: 'a', value: 'x' },
        { key: 'b', value: false },
      ]),
    );
    assert.ok(
      !request([
        { key: 'a', value: 'x' },
        { key: 'a', value: 'y' },
      ]),
    );
    assert.ok(!request([{ key: 'a', value: null }]));
    assert.ok(!request([{ key: 'a' }]));
    assert.ok(!request({ a: 'x' }));
  });
});
