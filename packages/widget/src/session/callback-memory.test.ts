import { expect } from '@open-wc/testing';
import { memoryStorage } from '../testing/link-world.js';
import { CallbackMemory, type CallbackMemo } from './callback-memory.js';
import { makeSecret } from './make-secret.js';

const now = Date.UTC(2026, 10, 25);
const memo = (): CallbackMemo => ({ secret: makeSecret(), wish: 'call', requestedAt: now });

describe('what a browser keeps of a callback', () => {
  it('is there for a reload, for a day', () => {
    const storage = memoryStorage();
    const kept = memo();
    new CallbackMemory('code', [() => storage]).write(kept);
    const again = new CallbackMemory('code', [() => storage]);
    expect(again.read(now + 1_000)).to.deep.equal(kept);
    expect(again.read(now + 25 * 3_600_000)).to.equal(null);
  });

  it('is of this link alone, and gone when it is taken back', () => {
    const storage = memoryStorage();
    const memory = new CallbackMemory('code', [() => storage]);
    memory.write(memo());
    expect(new CallbackMemory('other', [() => storage]).read(now)).to.equal(null);
    memory.write(null);
    expect(memory.read(now)).to.equal(null);
  });

  it('is in the next storage where the first keeps nothing', () => {
    const storage = memoryStorage();
    const none = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    const memory = new CallbackMemory('code', [none, () => storage]);
    memory.write(memo());
    expect(memory.read(now)?.wish).to.equal('call');
  });

  for (const text of ['', 'null', '[]', '{"secret":"short","wish":"call","requestedAt":1}', '{"wish":"call"}'])
    it(`is nothing where something else is kept: ${text || 'an empty text'}`, () => {
      const storage = memoryStorage();
      storage.setItem('cc-callback:code', text);
      expect(new CallbackMemory('code', [() => storage]).read(now)).to.equal(null);
    });
});
