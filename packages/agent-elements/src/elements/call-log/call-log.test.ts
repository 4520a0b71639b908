import { elementUpdated, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TimelineEntry } from '@carillon/contract';
import { MockProblem } from '../../adapter/mock-script.js';
import { aConversation, aHistory, anEntry } from '../../testing/desk-fixtures.js';
import { mountDesk } from '../../testing/mount-desk.js';
import type { ConversationReadEvent } from '../events/agent-events.js';
import { CcCallLog } from './call-log.js';

const first = aConversation();
const second = aConversation({ id: 'con_2', title: 'Jonas Weber' });

async function setup(timeline: readonly TimelineEntry[] = aHistory(), refuse = false) {
  const events: string[] = [];
  const read = ({ conversation }: ConversationReadEvent) => events.push(conversation.conversation.title);
  const desk = await mountDesk(
    html`<cc-call-log conversation-id=${first.id} @cc-conversation-read=${read}></cc-call-log>`,
    [CcCallLog],
    {
      script: {
        conversations: [first, second],
        timelines: { [first.id]: timeline, [second.id]: [anEntry('call_requeued', 0)] },
      },
      before: (mock) => {
        if (refuse) mock.refuse = [`get-conversation ${first.id}`, new MockProblem('rate_limited')];
      },
    },
  );
  const element = desk.provider.querySelector('cc-call-log') as CcCallLog;
  const words = () => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  const says = (text: string) => waitUntil(() => words().includes(text), `says "${text}"`, { timeout: 6_000 });
  const reads = (id = first.id) => desk.desk.asked.filter((asked) => asked === `get-conversation ${id}`).length;
  return { ...desk, element, words, says, reads, events };
}

describe('cc-call-log', () => {
  it('shows what happened with its time, who did it and how long it lasted (HLD-3)', async () => {
    const { element, words, says, events } = await setup();
    await says('Hold ended');
    expect(words()).to.contain('Ana Kovač · Duration 1:35').and.contain('Call ended by the customer Duration 11:00');
    expect(words()).to.contain('Transfer declined Ben Weber').and.contain('Sends the invoice again.');
    const entries = [...element.renderRoot.querySelectorAll<HTMLElement>('.entry')];
    expect(entries.map(({ dataset }) => dataset['type'])).to.deep.equal(aHistory().map(({ type }) => type));
    expect(entries[0]?.querySelector('time')?.dateTime).to.equal(new Date(2026, 10, 24, 9).toISOString());
    expect(events).to.deep.equal(['Marija Horvat']);
    await expect(element).to.be.accessible();
  });

  it('groups by day, and names each group for a screen reader', async () => {
    const { element, says } = await setup([
      anEntry('call_queued', 0, { text: 'audio', at: new Date(2026, 10, 22).getTime() }),
      anEntry('call_rated', 0, { text: '4' }),
    ]);
    await says('Rated 4 of 5');
    const lists = [...element.renderRoot.querySelectorAll('ol ol')];
    const names = lists.map((list) => element.renderRoot.querySelector(`#${list.getAttribute('aria-labelledby')}`));
    expect(names.map((name) => name?.textContent)).to.deep.equal([
      'Sunday, November 22, 2026',
      'Tuesday, November 24, 2026',
    ]);
  });

  it('follows its conversation, and leaves others alone', async () => {
    const { desk, says, reads, events } = await setup([]);
    await says('Nothing has happened yet.');
    desk.world.tell({ type: 'conversation', body: second });
    expect(reads()).to.equal(1);
    desk.world.tell({ type: 'conversation', body: first });
    await waitUntil(() => reads() === 2);
    await waitUntil(() => events.length === 2);
  });

  it('shows another conversation when it is told to, and no answer about the one before', async () => {
    const { element, words, says } = await setup();
    element.conversationId = second.id;
    await says('Waits again, as nobody was there');
    expect(words()).not.to.contain('Hold ended');
    element.conversationId = '';
    await elementUpdated(element);
    expect(words().trim()).to.equal('');
  });

  it('shows what was answered in a form, with what was asked in the reader’s language', async () => {
    const { element, says } = await setup();
    await says('Form filled in');
    const rows = [...element.renderRoot.querySelectorAll('dl div')];
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).to.deep.equal([
      ['Reason', 'Bill'],
      ['Contract', 'C-4711'],
      ['Amount', '12.5'],
      ['Call again', 'Yes'],
      ['Appointment', 'Mar 1, 2027'],
      ['What was agreed', 'Sends the bill again.\nHalf of it is paid back.'],
    ]);
  });

  it('shows what customers and agents wrote as text', async () => {
    const text = '<img src=x onerror=alert(1)>\n\u202Eevil';
    const { element, says } = await setup([anEntry('note_saved', 0, { text, actor: '<b>Ana</b>' })]);
    await says('onerror');
    expect(element.renderRoot.querySelector('img, b')).to.equal(null);
    expect(element.renderRoot.querySelector('.written')?.textContent).to.equal(text);
    expect(element.renderRoot.querySelector('.written')?.getAttribute('dir')).to.equal('auto');
  });

  it('says why it could not be read, and reads again', async () => {
    const { element, says, events } = await setup(aHistory(), true);
    await says('That was too quick.');
    const read = oneEvent(element, 'cc-conversation-read');
    element.renderRoot.querySelector<HTMLElement>('.state .button')?.click();
    await read;
    await says('Hold ended');
    expect(element.renderRoot.querySelector('[role=alert]')).to.equal(null);
    expect(events).to.deep.equal(['Marija Horvat']);
  });

  it('keeps what it shows while a later reading fails', async () => {
    const { desk, element, says, words } = await setup();
    await says('Hold ended');
    desk.refuse = [`get-conversation ${first.id}`, new MockProblem('rate_limited')];
    desk.world.tell({ type: 'conversation', body: first });
    await says('That was too quick.');
    expect(words()).to.contain('Hold ended');
    await expect(element).to.be.accessible();
  });

  it('reads nothing once it has left the page, and reads again when it is back', async () => {
    const { desk, element, says, reads, provider } = await setup();
    await says('Hold ended');
    element.remove();
    desk.world.tell({ type: 'conversation', body: first });
    await Promise.resolve();
    expect(reads()).to.equal(1);
    provider.append(element);
    await waitUntil(() => reads() === 2);
  });
});
