import { elementUpdated, expect, html, oneEvent } from '@open-wc/testing';
import type { Conversation } from '@carillon/contract';
import { MockProblem } from '../../adapter/mock-script.js';
import type { MockDesk } from '../../adapter/mock-desk.js';
import { aConversation } from '../../testing/desk-fixtures.js';
import { mountDesk } from '../../testing/mount-desk.js';
import type { ConversationChosenEvent } from '../events/agent-events.js';
import { CcWorkList } from './work-list.js';

const marija = aConversation({ id: 'con_1' });
const waiting = aConversation({ id: 'con_2', title: 'Jonas Weber', waitingCallId: 'cal_1' });

async function setup(conversations: readonly Conversation[] = [marija, waiting], before?: (desk: MockDesk) => void) {
  const desk = await mountDesk(html`<cc-work-list></cc-work-list>`, [CcWorkList], {
    script: { conversations },
    ...(before ? { before } : {}),
  });
  const element = desk.provider.querySelector('cc-work-list') as CcWorkList;
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    await elementUpdated(element);
  };
  await settle();
  const button = (name: string) =>
    [...element.renderRoot.querySelectorAll('button')].find(
      (one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/\s+/g, ' ').trim() === name,
    ) as HTMLButtonElement;
  const titles = () => [...element.renderRoot.querySelectorAll('.title')].map((one) => one.textContent);
  const words = () => element.renderRoot.textContent ?? '';
  const alert = () => element.renderRoot.querySelector('.refusal')?.textContent?.trim();
  return { ...desk, element, settle, button, titles, words, alert };
}

describe('cc-work-list', () => {
  it('lists conversations with their queue and status', async () => {
    const { titles, words } = await setup();
    expect(titles()).to.eql(['Marija Horvat', 'Jonas Weber']);
    expect(words()).to.contain('Customer support').and.to.contain('a call is waiting');
  });

  it('shows the agent’s own as My work', async () => {
    const { desk, session, element, titles, button, settle } = await setup();
    const own = aConversation({ id: 'con_3', title: 'Own', agentId: session.snapshot.agent?.id ?? '' });
    desk.world.tell({ type: 'conversation', body: own });
    button('My work').click();
    await settle();
    expect(titles()).to.eql(['Own']);
    expect(element.view).to.equal('mine');
  });

  it('says what to do where nothing is the agent’s own', async () => {
    const { element, words, settle } = await setup();
    element.view = 'mine';
    await settle();
    expect(words()).to.contain('Nothing is yours yet.');
  });

  it('follows the server: what is new or has changed comes to the top, once', async () => {
    const { desk, titles, settle } = await setup();
    desk.world.tell({ type: 'conversation', body: { ...waiting, title: 'Jonas W.' } });
    desk.world.tell({ type: 'conversation', body: aConversation({ id: 'con_9', title: 'New' }) });
    await settle();
    expect(titles()).to.eql(['New', 'Jonas W.', 'Marija Horvat']);
  });

  it('keeps what the server told while the list was under way', async () => {
    const { titles, settle, desk } = await setup([marija], ({ conversations, world }) => {
      const list = conversations.list;
      conversations.list = async () => {
        const page = await list();
        world.tell({ type: 'conversation', body: { ...marija, title: 'Newer' } });
        return page;
      };
    });
    await settle();
    expect(titles()).to.eql(['Newer']);
    expect(desk.world.conversations).to.have.length(1);
  });

  it('finds by a part of the name, and says when nothing is found', async () => {
    const { element, titles, words, settle } = await setup();
    const input = element.renderRoot.querySelector('input') as HTMLInputElement;
    const search = async (text: string) => {
      input.value = text;
      input.dispatchEvent(new InputEvent('input'));
      await settle();
    };
    await search(' JONAS ');
    expect(titles()).to.eql(['Jonas Weber']);
    await search('nobody');
    expect(words()).to.contain('Nothing is found by that.');
  });

  it('reports which conversation was chosen, and marks the one that is shown', async () => {
    const { element, settle } = await setup();
    const rows = () => [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.open')];
    setTimeout(() => rows()[1]?.click());
    const event = await oneEvent<ConversationChosenEvent>(element, 'cc-conversation-chosen');
    expect(event.conversationId).to.equal('con_2');
    element.selected = 'con_2';
    await settle();
    expect(rows().map((row) => row.getAttribute('aria-current'))).to.eql(['false', 'true']);
  });

  it('asks for a call link', async () => {
    const { button, requests } = await setup();
    button('Generate call link').click();
    expect(requests).to.eql(['cc-new-link-request']);
  });

  it('takes a waiting call, unless the page says no', async () => {
    const { element, button, requests, desk, settle } = await setup();
    element.addEventListener('cc-claim-request', (event) => event.preventDefault(), { once: true });
    const claim = button('Assign to me: the call of Jonas Weber');
    claim.click();
    await settle();
    expect(desk.asked.some((asked) => asked.startsWith('claim'))).to.equal(false);
    claim.click();
    await settle();
    expect(requests).to.eql(['cc-claim-request', 'cc-claim-request']);
    expect(desk.asked).to.include('claim cal_1');
  });

  for (const [code, words] of [
    ['agent_unavailable', 'Set your status to Active'],
    ['offer_taken', 'Somebody else was faster'],
    ['call_ended', 'Somebody else was faster'],
    ['internal', 'could not be taken'],
  ] as const)
    it(`says why a call could not be taken: ${code}`, async () => {
      const { button, desk, alert, settle } = await setup();
      desk.refuseNext = new MockProblem(code);
      button('Assign to me: the call of Jonas Weber').click();
      await settle();
      expect(alert()).to.contain(words);
    });

  it('says that it could not be loaded, and loads again', async () => {
    let fails = true;
    const { words, titles, button, settle } = await setup([marija], ({ conversations }) => {
      const list = conversations.list;
      conversations.list = () => (fails ? Promise.reject(new MockProblem('internal')) : list());
    });
    expect(words()).to.contain('The list could not be loaded.');
    fails = false;
    button('Try again').click();
    await settle();
    expect(titles()).to.eql(['Marija Horvat']);
  });

  it('shows more when there is more, and no row twice', async () => {
    const pages: Record<string, { conversations: Conversation[]; next: string | null }> = {
      first: { conversations: [marija], next: 'two' },
      two: { conversations: [marija, waiting], next: null },
    };
    const { button, titles, settle } = await setup([], ({ conversations }) => {
      conversations.list = (cursor) => Promise.resolve(pages[cursor ?? 'first'] ?? { conversations: [], next: null });
    });
    expect(titles()).to.eql(['Marija Horvat']);
    button('Show more').click();
    await settle();
    expect(titles()).to.eql(['Marija Horvat', 'Jonas Weber']);
    expect(button('Show more')).to.equal(undefined);
  });
});
