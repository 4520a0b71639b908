import { expect } from '@open-wc/testing';
import { browserStorages, LinkMemory, type LinkMemo } from './link-memory.js';
import { makeSecret } from './make-secret.js';

const memo = (changes: Partial<LinkMemo> = {}): LinkMemo => ({
  secret: makeSecret(),
  muted: false,
  cameraOff: false,
  listenOnly: false,
  ...changes,
});

/** A storage of its own; `refuses` makes every use of it throw, as a browser does that keeps nothing. */
function storage(refuses = false) {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const get = () => {
    if (refuses) throw new DOMException('refused', 'SecurityError');
    return store;
  };
  return { kept, get };
}

describe('what a browser keeps of a link’s call', () => {
  it('is there for a reload and for a second tab', () => {
    const local = storage();
    const kept = memo({ muted: true, cameraOff: true });
    new LinkMemory('code', [local.get]).write(kept);
    expect(new LinkMemory('code', [local.get]).read()).to.deep.equal(kept);
  });

  it('belongs to one link', () => {
    const local = storage();
    new LinkMemory('code', [local.get]).write(memo());
    expect(new LinkMemory('other', [local.get]).read()).to.equal(null);
  });

  it('falls back to the tab where the browser shares nothing', () => {
    const [local, session] = [storage(true), storage()];
    const kept = memo();
    new LinkMemory('code', [local.get, session.get]).write(kept);
    expect(new LinkMemory('code', [local.get, session.get]).read()).to.deep.equal(kept);
  });

  it('falls back to the page where the browser keeps nothing', () => {
    const memory = new LinkMemory('code', [storage(true).get, storage(true).get]);
    const kept = memo();
    memory.write(kept);
    expect(memory.read()).to.deep.equal(kept);
    memory.erase();
    expect(memory.read()).to.equal(null);
  });

  it('is in one place only', () => {
    const [local, session] = [storage(), storage()];
    new LinkMemory('code', [local.get, session.get]).write(memo());
    expect([local.kept.size, session.kept.size]).to.deep.equal([1, 0]);
  });

  it('is erased everywhere at the end (T32)', () => {
    const [local, session] = [storage(), storage()];
    new LinkMemory('code', [session.get]).write(memo());
    const memory = new LinkMemory('code', [local.get, session.get]);
    memory.write(memo());
    memory.erase();
    expect([local.kept.size, session.kept.size, memory.read()]).to.deep.equal([0, 0, null]);
  });

  for (const text of ['', '{', 'null', '7', '"x"', '{}', '{"secret":7}', '{"secret":"short"}', '[]'])
    it(`is nothing when it reads ${text}`, () => {
      const local = storage();
      local.kept.set('cc-link:code', text);
      expect(new LinkMemory('code', [local.get]).read()).to.equal(null);
    });

  it('reads what it does not know as not so', () => {
    const local = storage();
    const { secret } = memo();
    local.kept.set('cc-link:code', JSON.stringify({ secret, listenOnly: 'yes' }));
    expect(new LinkMemory('code', [local.get]).read()).to.deep.equal(memo({ secret }));
  });

  it('is kept by the browser itself', () => {
    const memory = new LinkMemory('browser');
    memory.write(memo());
    expect(new LinkMemory('browser', browserStorages).read()).not.to.equal(null);
    memory.erase();
    expect(new LinkMemory('browser', browserStorages).read()).to.equal(null);
  });
});
