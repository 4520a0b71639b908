import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { MockDesk } from '../../adapter/mock-desk.js';
import { MockProblem, type MockScript } from '../../adapter/mock-script.js';
import { aCall, aConversation, aHistory, anEntry } from '../../testing/desk-fixtures.js';
import { mountDesk } from '../../testing/mount-desk.js';
import { pressChord } from '../../testing/press-chord.js';
import { CcCallLog } from '../call-log/call-log.js';
import type { NewLinkRequestEvent } from '../events/agent-events.js';
import type { NoteRequestEvent } from '../events/conversation-events.js';
import { CcReplyBox } from '../reply-box/reply-box.js';
import { CcConversation } from './conversation.js';

const person = { id: 'per_1', name: 'Marija', numbers: ['+385912345678'], emails: ['m@example.com'], version: 1 };
const conversation = aConversation({ personId: person.id });
const { id } = conversation;
const other = aConversation({ id: 'con_0000000000000000000002', title: 'Ben Otte', status: 'closed' });
const script = { conversations: [conversation, other], people: [person], timelines: { [id]: aHistory() }, mail: true };

async function setup({ before, ...more }: MockScript & { before?: (desk: MockDesk) => void } = {}) {
  const mounted = await mountDesk(
    html`<cc-conversation conversation-id=${id} notes-open></cc-conversation>`,
    [CcCallLog, CcReplyBox, CcConversation],
    { script: { ...script, ...more }, ...(before ? { before } : {}) },
  );
  const element = mounted.provider.querySelector('cc-conversation') as CcConversation;
  const find = <T extends HTMLElement = HTMLElement>(selector: string) =>
    element.renderRoot.querySelector<T>(selector) as T;
  const words = () => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  const says = (text: string) => waitUntil(() => words().includes(text), `says "${text}"`);
  const notes = () => [...element.renderRoot.querySelectorAll('.note .text')].map(({ textContent }) => textContent);
  const field = () => find<HTMLTextAreaElement>('#note');
  const write = (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  };
  const save = () => find<HTMLButtonElement>('form .button').click();
  const show = async (conversationId: string, title: string) => {
    element.conversationId = conversationId;
    await waitUntil(() => find('h2')?.textContent === title, `shows ${title}`);
    await element.updateComplete;
  };
  await waitUntil(() => words() !== '' || element.renderRoot.querySelector('cc-call-log'));
  return { ...mounted, element, find, words, says, notes, field, write, save, show };
}

describe('cc-conversation (LNK-8, WRP-2, MSG)', () => {
  it('says whom it is with, in which queue, and how it stands', async () => {
    const { says, find, element } = await setup();
    await says('Marija Horvat');
    expect(find('h2 bdi').textContent).to.equal('Marija Horvat');
    expect(find('.head p').textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      'Customer support · open · +385912345678',
    );
    expect(find('.head [dir=ltr]').textContent).to.equal('+385912345678');
    await expect(element).to.be.accessible();
  });

  it('reads the conversation once for all of its parts', async () => {
    const { says, desk, element } = await setup();
    await says('Marija Horvat');
    const box = element.renderRoot.querySelector('cc-reply-box') as CcReplyBox;
    await waitUntil(() => box.renderRoot.querySelector<HTMLInputElement>('#to')?.value === 'm@example.com');
    expect(desk.asked.filter((one) => one.startsWith('get-conversation'))).to.have.length(1);
    expect(desk.asked.filter((one) => one.startsWith('list-messages'))).to.have.length(1);
  });

  it('asks the page for a call link of this conversation, and for none once it is closed (LNK-8)', async () => {
    const { says, provider, find, show, words, element } = await setup();
    await says('Marija Horvat');
    const wanted: (string | null)[] = [];
    provider.addEventListener('cc-new-link-request', (event: NewLinkRequestEvent) => wanted.push(event.conversationId));
    const button = () => find<HTMLButtonElement>('.head .button');
    expect([button().ariaLabel, button().title]).to.deep.equal(['Generate call link', 'Generate call link']);
    button().click();
    expect(wanted).to.deep.equal([id]);
    await show(other.id, 'Ben Otte');
    button().click();
    expect([button().disabled, wanted.length]).to.deep.equal([true, 1]);
    expect(words()).to.include('This conversation is closed. No call link can be made for it.');
    expect(find(`#${button().getAttribute('aria-describedby') ?? ''}`).textContent).to.include('closed');
    await expect(element).to.be.accessible();
  });

  it('lists all notes and summaries, newest first, with who wrote them and when', async () => {
    const second = anEntry('note_saved', 40, { actor: 'Ben Weber', text: 'Later\nand longer' });
    const { says, notes, find, element } = await setup({ timelines: { [id]: [...aHistory(), second] } });
    await says('Ben Weber');
    expect(notes()).to.deep.equal(['Later\nand longer', 'Sends the invoice again.', 'Billing question, solved.']);
    const marked = [...element.renderRoot.querySelectorAll<HTMLElement>('.note')].map(({ innerText }) =>
      innerText.includes('Summary · Ana Kovač'),
    );
    expect(marked, 'which of them is a summary of a call').to.deep.equal([false, false, true]);
    expect(find('.note bdi').textContent).to.equal('Ben Weber');
    expect(find('.note time').getAttribute('datetime')).to.equal(new Date(second.at).toISOString());
  });

  it('keeps a note by its button, shows it at once, and once', async () => {
    const { says, desk, write, save, notes, field, find, requests, provider, element } = await setup();
    await says('New note');
    provider.addEventListener('cc-note-request', (event: NoteRequestEvent) => requests.push(event.text));
    write('Called the warehouse.');
    save();
    await waitUntil(() => notes().length === 3);
    expect(notes()[0]).to.equal('Called the warehouse.');
    expect([field().value, find('#said').textContent?.trim(), find('#said').role]).to.deep.equal([
      ...['', 'Saved', 'status'],
    ]);
    expect(requests).to.deep.equal(['Called the warehouse.']);
    await waitUntil(() => desk.asked.filter((one) => one.startsWith('get-conversation')).length === 2);
    await waitUntil(() =>
      element.renderRoot.querySelector('cc-call-log')?.shadowRoot?.textContent?.includes('warehouse'),
    );
    expect(notes()).to.have.length(3);
    await expect(element).to.be.accessible();
  });

  it('keeps a note by Ctrl+Enter, and begins a line by Enter alone', async () => {
    const { says, field, notes, desk } = await setup();
    await says('New note');
    field().focus();
    await sendKeys({ type: 'One' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'Two' });
    expect(desk.asked.some((one) => one.startsWith('note'))).to.equal(false);
    await pressChord('Control+Enter');
    await waitUntil(() => notes()[0] === 'One\nTwo');
    expect(field().matches(':focus')).to.equal(true, 'the next one can be written at once');
  });

  it('keeps what was begun while another conversation is shown', async () => {
    const { says, write, show, field, notes } = await setup();
    await says('New note');
    write('Half a sentence');
    await show(other.id, 'Ben Otte');
    expect(field().value).to.equal('');
    write('About Ben');
    await show(id, 'Marija Horvat');
    expect(field().value).to.equal('Half a sentence');
    await show(other.id, 'Ben Otte');
    expect([field().value, notes()]).to.deep.equal(['About Ben', []]);
  });

  it('leaves a note in the field when the page cancels it', async () => {
    const { says, write, save, provider, desk, field } = await setup();
    await says('New note');
    provider.addEventListener('cc-note-request', (event) => event.preventDefault());
    write('Not yet');
    save();
    expect([desk.asked.some((one) => one.startsWith('note')), field().value]).to.deep.equal([false, 'Not yet']);
  });

  it('says why a note was not kept, keeps it, and tries again as the same one', async () => {
    const { says, write, save, desk, field, find, notes, element } = await setup();
    await says('New note');
    desk.refuse = ['note Once', new MockProblem('rate_limited')];
    write('Once');
    save();
    await says('That was too quick.');
    expect([field().value, find('#said').role, find('form .button').textContent?.trim()]).to.deep.equal([
      ...['Once', 'alert', 'Try again'],
    ]);
    await expect(element).to.be.accessible();
    save();
    await waitUntil(() => notes()[0] === 'Once');
    expect(desk.world.timeline(id).filter(({ text }) => text === 'Once')).to.have.length(1);
  });

  it('says what is missing, and puts the cursor there', async () => {
    const { says, save, field, find } = await setup();
    await says('New note');
    save();
    await says('Write a note.');
    expect([field().ariaInvalid, field().matches(':focus'), find('#said').role]).to.deep.equal(['true', true, 'alert']);
  });

  it('gives no next agent what the one before has begun', async () => {
    const { says, write, field, provider } = await setup();
    await says('New note');
    write('Mine');
    const next = await mountDesk(html``, [], { script });
    provider.adapter = { createSession: () => next.session };
    await waitUntil(() => field()?.value === '');
  });

  it('says that there are no notes, and that nothing has happened', async () => {
    const { says, find, element } = await setup({ timelines: {} });
    await says('No notes yet.');
    expect(find('h3 .chip').textContent).to.equal('0');
    await expect(element).to.be.accessible();
  });

  it('shows why it could not be read, and everything once it could', async () => {
    const { element, says, find } = await setup({
      before: (desk) => (desk.refuse = [`get-conversation ${id}`, new MockProblem('rate_limited')]),
    });
    const log = find<CcCallLog>('cc-call-log');
    await waitUntil(() => log.renderRoot.querySelector('[role=alert]'));
    expect([find('.head'), find('.notes'), find('cc-reply-box')]).to.deep.equal([null, null, null]);
    await expect(element).to.be.accessible();
    log.renderRoot.querySelector<HTMLElement>('.button')?.click();
    await says('Marija Horvat');
  });

  it('shows nothing without a conversation', async () => {
    const { element, desk } = await setup();
    element.conversationId = '';
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.card')).to.equal(null);
    expect(desk.asked).not.to.include('get-conversation ');
  });
});

describe('the notes of cc-conversation (WRP-2)', () => {
  after(() => setViewport({ width: 800, height: 600 }));

  it('stand beside the history from 720 px on, and are folded below', async () => {
    const { element, says, find } = await setup({
      before: (desk) => void (desk.world.call = aCall({ conversationId: id })),
    });
    await setViewport({ width: 1_000, height: 800 });
    element.notesOpen = false;
    await says('New note');
    const visible = (selector: string) => find(selector).checkVisibility();
    const fits = (width: number) => (element.style.inlineSize = `${width}px`);
    fits(722);
    await waitUntil(() => visible('.beside'));
    expect([visible('.folded'), visible('#note')]).to.deep.equal([false, true]);
    expect(find('.notes').getBoundingClientRect().left).to.be.at.least(
      find('cc-call-log').getBoundingClientRect().right,
    );
    fits(721);
    await waitUntil(() => visible('.folded'));
    expect([visible('.beside'), visible('#note')]).to.deep.equal([false, false]);
    const top = (selector: string) => find(selector).getBoundingClientRect().top;
    expect([top('cc-call-log') < top('.notes'), top('.notes') < top('cc-reply-box')]).to.deep.equal([true, true]);
    const button = find('.folded button');
    expect(button.ariaExpanded).to.equal('false');
    button.click();
    await element.updateComplete;
    expect([button.ariaExpanded, visible('#note'), element.hasAttribute('notes-open')]).to.deep.equal([
      'true',
      true,
      true,
    ]);
  });
});
