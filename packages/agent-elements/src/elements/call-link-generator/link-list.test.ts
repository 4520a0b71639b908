import { expect } from '@open-wc/testing';
import type { CallLink, CallLinkList } from '@carillon/contract';
import { MockProblem } from '../../adapter/mock-script.js';
import { callLink } from '../../testing/desk-fixtures.js';
import { LinkList } from './link-list.js';

function setup(pages: readonly (readonly CallLink[])[]) {
  const asked: string[] = [];
  const refuse: MockProblem[] = [];
  const answer = async <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    const problem = refuse.pop();
    await Promise.resolve();
    if (problem) throw problem;
    return value;
  };
  const list = new LinkList(
    () => ({
      list: (cursor): Promise<CallLinkList> => {
        const page = Number(cursor ?? 0);
        const next = page + 1 < pages.length ? String(page + 1) : null;
        return answer(`list ${cursor ?? 'first'}`, { links: [...(pages[page] ?? [])], next, serverNow: 0 });
      },
      revoke: (id) => answer(`revoke ${id}`, callLink({ id, state: 'revoked' })),
    }),
    () => undefined,
  );
  return { list, asked, refuse };
}

const [first, second] = [callLink({ id: 'lnk_1' }), callLink({ id: 'lnk_2' })];

describe('the list of links', () => {
  it('is read page by page', async () => {
    const { list, asked } = setup([[first], [second]]);
    await list.read();
    expect([list.links, list.next]).to.deep.equal([[first], '1']);
    await list.more();
    expect([list.links, list.next]).to.deep.equal([[first, second], null]);
    await list.more();
    expect(asked).to.deep.equal(['list first', 'list 1']);
  });

  it('says why it could not be read, and is read again', async () => {
    const { list, refuse } = setup([[first]]);
    refuse.push(new MockProblem('rate_limited'));
    await list.read();
    expect([list.links, list.failure, list.loading]).to.deep.equal([null, 'rate_limited', false]);
    await list.read();
    expect([list.links, list.failure]).to.deep.equal([[first], null]);
  });

  it('drops an answer that comes after it was closed', async () => {
    const { list } = setup([[first]]);
    const reading = list.read();
    list.close();
    await reading;
    expect(list.links).to.equal(null);
  });

  it('takes a link back once it was asked about, and no other', async () => {
    const { list, asked } = setup([[first, second]]);
    await list.read();
    expect(await list.revoke(), 'nobody has asked').to.equal(false);
    list.ask('lnk_2');
    list.ask(null);
    expect(await list.revoke(), 'the question was taken back').to.equal(false);
    list.ask('lnk_2');
    const both = await Promise.all([list.revoke(), list.revoke()]);
    expect(both).to.deep.equal([true, false]);
    expect(list.links?.map(({ state }) => state)).to.deep.equal(['available', 'revoked']);
    expect(asked).to.deep.equal(['list first', 'revoke lnk_2']);
    expect(list.asksFor).to.equal(null);
  });

  it('keeps asking where that failed', async () => {
    const { list, refuse } = setup([[first]]);
    await list.read();
    list.ask('lnk_1');
    refuse.push(new MockProblem('not_found'));
    expect(await list.revoke()).to.equal(false);
    expect([list.failure, list.asksFor]).to.deep.equal(['not_found', 'lnk_1']);
  });

  for (const [state, may] of [
    ['available', true],
    ['leased', true],
    ['not-open', true],
    ['used', false],
    ['expired', false],
    ['revoked', false],
  ] as const)
    it(`${may ? 'lets' : 'does not let'} one take back a link that is ${state}`, () =>
      expect(setup([]).list.mayRevoke(callLink({ state }))).to.equal(may));
});
