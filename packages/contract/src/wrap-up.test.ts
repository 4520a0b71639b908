import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChooseDispositionRequest, CloseWrapUpRequest, Dispositions, RateWrapUpRequest } from './wrap-up.js';

describe('what can become of a call', () => {
  const takes = (value: unknown) => Dispositions.safeParse(value).success;

  it('is a list of at most fifty, each once', () => {
    assert.deepEqual(Dispositions.parse([' Sold ', '注文']), ['Sold', '注文']);
    assert.ok(takes([]));
    const many = Array.from({ length: 50 }, (_, index) => `Outcome ${index}`);
    assert.ok(takes(many));
    assert.ok(!takes([...many, 'one more']));
    assert.ok(!takes(['Sold', ' Sold']), 'white space tells none apart');
    assert.ok(takes(['Sold', 'sold']), 'nothing else is guessed');
  });

  for (const [what, value] of [
    ['nothing to read', ['  ']],
    ['a line break', ['a\nb']],
    ['what turns the writing around', ['a\u202Eb']],
    ['too long a name', ['x'.repeat(101)]],
    ['a number', [7]],
    ['no list', 'Sold'],
  ] as const)
    it(`has no ${what}`, () => assert.ok(!takes(value)));

  it('is chosen by name, or not at all', () => {
    assert.deepEqual(ChooseDispositionRequest.parse({ disposition: null }), { disposition: null });
    assert.ok(!ChooseDispositionRequest.safeParse({}).success);
    assert.ok(!ChooseDispositionRequest.safeParse({ disposition: '' }).success);
    assert.ok(!ChooseDispositionRequest.safeParse({ disposition: 'Sold', more: 1 }).success);
  });

  for (const rating of [1, 5, null])
    it(`is rated ${rating} (WRP-3)`, () => assert.deepEqual(RateWrapUpRequest.parse({ rating }), { rating }));
  for (const rating of [0, 6, 2.5, '4', Number.NaN, undefined])
    it(`is not rated ${rating}`, () => assert.ok(!RateWrapUpRequest.safeParse({ rating }).success));

  it('may be left out where a wrap-up is closed: older pages say nothing of it', () => {
    const close = { note: '', conversationStatus: 'open' };
    assert.ok(CloseWrapUpRequest.safeParse(close).success);
    assert.ok(CloseWrapUpRequest.safeParse({ ...close, disposition: null }).success);
    assert.ok(!CloseWrapUpRequest.safeParse({ ...close, disposition: 5 }).success);
    assert.ok(CloseWrapUpRequest.safeParse({ ...close, rating: null }).success);
    assert.ok(!CloseWrapUpRequest.safeParse({ ...close, rating: 6 }).success);
  });
});
