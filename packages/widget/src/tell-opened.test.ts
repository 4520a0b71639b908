import { expect } from '@open-wc/testing';
import { tellOpened } from './tell-opened.js';

describe('a page that tells that its link was opened', () => {
  const send = globalThis.fetch;
  let asked: string[];
  beforeEach(() => {
    asked = [];
    globalThis.fetch = (input, init) => {
      asked.push(`${init?.method} ${input instanceof Request ? input.url : input.toString()}`);
      return Promise.reject(new TypeError('offline'));
    };
  });
  afterEach(() => (globalThis.fetch = send));

  it('says nothing by itself', () => {
    tellOpened('abcdefghijklmnopqrstuQ', new EventTarget());
    expect(asked).to.deep.equal([]);
  });

  for (const type of ['pointerdown', 'keydown'])
    it(`says it at the first ${type}, once, and is in nobody’s way when that fails`, () => {
      const page = new EventTarget();
      tellOpened('abcdefghijklmnopqrstuQ', page);
      for (const one of [type, 'pointerdown', 'keydown']) page.dispatchEvent(new Event(one));
      expect(asked).to.deep.equal(['POST /v1/join/abcdefghijklmnopqrstuQ/opened']);
    });
});
