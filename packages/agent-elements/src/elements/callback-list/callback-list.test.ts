import { elementUpdated, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { Callback } from '@carillon/contract';
import { MockProblem } from '../../adapter/mock-script.js';
import { aCallback } from '../../testing/desk-fixtures.js';
import { mountDesk } from '../../testing/mount-desk.js';
import type { CallbackChosenEvent } from '../events/agent-events.js';
import { CcCallbackList } from './callback-list.js';

async function setup(callbacks: readonly Callback[], refuses = false) {
  const desk = await mountDesk(html`<cc-callback-list></cc-callback-list>`, [CcCallbackList], {
    script: { callbacks },
    before: (mock) => {
      if (refuses) mock.refuse = ['list-callbacks', new MockProblem('rate_limited')];
    },
  });
  const element = desk.provider.querySelector('cc-callback-list') as CcCallbackList;
  const words = () => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  const says = (text: string) => waitUntil(() => words().includes(text), `says "${text}"`, { timeout: 6_000 });
  const reads = () => desk.desk.asked.filter((asked) => asked === 'list-callbacks').length;
  return { ...desk, element, words, says, reads };
}

describe('cc-callback-list', () => {
  it('shows who wants to be called back, under which number, and who wants a link (CBK-6)', async () => {
    const { says, words, element } = await setup([
      aCallback({ times: 3 }),
      aCallback({ id: 'cbk_2', name: 'Jonas Weber', number: null, wish: 'link' }),
    ]);
    await says('Marija Horvat');
    expect(words()).to.contain('+385911234567').and.contain('Wants a call').and.contain('Wants a new link');
    expect(words()).to.contain('asked 3 times');
    expect(element.renderRoot.querySelectorAll('li')).to.have.length(2);
    await expect(element).to.be.accessible();
  });

  it('says that nobody waits', async () => {
    const { says, element } = await setup([]);
    await says('Nobody waits to be called back.');
    await expect(element).to.be.accessible();
  });

  it('reports the one that the agent opens', async () => {
    const { says, element, provider } = await setup([aCallback()]);
    await says('Marija Horvat');
    setTimeout(() => element.renderRoot.querySelector<HTMLElement>('.row')?.click());
    const { callback } = (await oneEvent(provider, 'cc-callback-chosen')) as unknown as CallbackChosenEvent;
    expect(callback.conversationId).to.equal(aCallback().conversationId);
  });

  it('is read again when something happens in a conversation', async () => {
    const { says, desk, reads } = await setup([aCallback()]);
    await says('Marija Horvat');
    const before = reads();
    desk.world.ring();
    await waitUntil(() => reads() > before);
  });

  it('is read page by page', async () => {
    const { says, element } = await setup(['a', 'b', 'c'].map((name) => aCallback({ id: `cbk_${name}`, name })));
    await says('Show more');
    expect(element.renderRoot.querySelectorAll('li')).to.have.length(2);
    element.renderRoot.querySelector<HTMLElement>('.state .button')?.click();
    await waitUntil(() => element.renderRoot.querySelectorAll('li').length === 3);
  });

  it('says why it could not be read, and reads again', async () => {
    const { says, element } = await setup([aCallback()], true);
    await says('That was too quick.');
    element.renderRoot.querySelector<HTMLElement>('.state .button')?.click();
    await says('Marija Horvat');
    await elementUpdated(element);
    expect(element.renderRoot.querySelector('[role=alert]')).to.equal(null);
  });
});
