import { expect } from '@open-wc/testing';
import type { ChatEntry } from '../../session/chat/chat-snapshot.js';
import { groupEntries } from './group-entries.js';

let n = 0;
const entry = (change: Partial<ChatEntry> = {}): ChatEntry => ({
  key: `k${++n}`,
  seq: n,
  sender: 'agent',
  own: false,
  name: 'Ana',
  text: `${n}`,
  at: 0,
  state: 'received',
  failure: null,
  ...change,
});
const sizes = (...entries: ChatEntry[]) => groupEntries(entries).map((group) => group.entries.length);

describe('messages in a row', () => {
  it('of one person are put together', () => expect(sizes(entry(), entry(), entry())).to.eql([3]));

  it('of two are not', () => {
    expect(sizes(entry(), entry({ own: true, sender: 'customer', name: 'Jo' }), entry())).to.eql([1, 1, 1]);
    expect(sizes(entry(), entry({ name: 'Ben' })), 'the call went on to another agent').to.eql([1, 1]);
  });

  it('after a silence are not, so that the time is said anew', () => {
    expect(sizes(entry(), entry({ at: 299_999 }), entry({ at: 599_999 }))).to.eql([2, 1]);
  });

  it('on their way belong to what their writer said before', () => {
    const own = { own: true, sender: 'customer' } as const;
    expect(sizes(entry({ ...own, name: 'Jo' }), entry({ ...own, name: null, state: 'sending' }))).to.eql([2]);
    const [group] = groupEntries([entry({ ...own, name: null }), entry({ ...own, name: 'Jo' })]);
    expect(group?.key).to.be.a('string');
  });

  it('are none where nothing is written', () => expect(groupEntries([])).to.eql([]));
});
