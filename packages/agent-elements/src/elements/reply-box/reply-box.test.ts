import { expect, html, waitUntil } from '@open-wc/testing';
import type { MockDesk } from '../../adapter/mock-desk.js';
import { MockProblem, type MockScript } from '../../adapter/mock-script.js';
import { aCall, aConversation } from '../../testing/desk-fixtures.js';
import { mountDesk } from '../../testing/mount-desk.js';
import { CcReplyBox } from './reply-box.js';

const conversation = aConversation({ personId: 'per_1' });
const { id } = conversation;
const other = aConversation({ id: 'con_2' });
const person = { id: 'per_1', name: 'Marija', numbers: [], emails: ['marija@example.com'], version: 1 };
const onCall = (desk: MockDesk) => (desk.world.call = aCall({ conversationId: id }));

async function setup({ before, ...script }: MockScript & { before?: (desk: MockDesk) => void } = {}) {
  const mounted = await mountDesk(html`<cc-reply-box conversation-id=${id}></cc-reply-box>`, [CcReplyBox], {
    script: { conversations: [conversation, other], people: [person], mail: true, ...script },
    ...(before ? { before } : {}),
  });
  const element = mounted.provider.querySelector('cc-reply-box') as CcReplyBox;
  const find = <T extends HTMLElement = HTMLInputElement>(selector: string) =>
    element.renderRoot.querySelector<T>(selector) as T;
  const words = () => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
  const says = (text: string) => waitUntil(() => words().includes(text), `says "${text}"`);
  const write = (field: string, value: string) => {
    find(`#${field}`).value = value;
    find(`#${field}`).dispatchEvent(new Event('input', { bubbles: true }));
  };
  const ways = () => [...element.renderRoot.querySelectorAll<HTMLInputElement>('[name=way]')];
  const send = () => find<HTMLButtonElement>('form .button.primary').click();
  const done = () => waitUntil(() => find<HTMLTextAreaElement>('#text')?.value === '' && words().includes('Send'));
  const states = () =>
    [...element.renderRoot.querySelectorAll<HTMLElement>('.mail')].map(({ dataset }) => dataset['state']);
  return { ...mounted, element, find, words, says, write, ways, send, done, states };
}

describe('cc-reply-box (MSG-2)', () => {
  it('is not there without a mail server and without a call', async () => {
    const { element, desk } = await setup({ mail: false });
    await waitUntil(() => desk.asked.includes(`get-conversation ${id}`));
    await element.updateComplete;
    expect([element.hasAttribute('empty'), element.renderRoot.querySelector('form')]).to.deep.equal([true, null]);
  });

  it('writes e-mail where that alone is open, and says what became of it', async () => {
    const { desk, find, says, write, send, done, ways, states, element, requests } = await setup();
    await says('Subject');
    expect(ways()).to.have.length(0);
    expect(find('#to').value).to.equal('marija@example.com', 'the address that People has');
    write('subject', 'Your order');
    write('text', 'It is on its way.');
    send();
    await says('Being sent');
    await done();
    expect(requests).to.deep.equal(['cc-reply-request']);
    desk.messages.settleMail('sent');
    await waitUntil(() => states()[0] === 'sent');
    const [message] = desk.messages.list(id, {}).messages;
    expect([message?.text, message?.mail?.subject]).to.deep.equal(['It is on its way.', 'Your order']);
    expect(find('#subject').value).to.equal('Re: Your order', 'the next one goes on about it');
    await expect(element).to.be.accessible();
  });

  it('asks for no address where the page gives it', async () => {
    const { element, desk, find, says } = await setup();
    await says('Subject');
    element.address = 'given@example.com';
    element.conversationId = other.id;
    await waitUntil(() => find('#to')?.value === 'given@example.com');
    expect(desk.asked).not.to.include(`get-conversation ${other.id}`);
  });

  it('offers live chat on a call, and e-mail beside it, by the keyboard too', async () => {
    const { desk, find, says, write, send, done, ways, element } = await setup({ before: onCall });
    await says('Live chat');
    expect(ways().map(({ value, checked }) => [value, checked])).to.deep.equal([
      ['call_chat', true],
      ['email', false],
    ]);
    expect(find('#to')).to.equal(null);
    write('text', 'Are you there?');
    send();
    await done();
    expect(desk.asked).to.include('message Are you there?');
    ways()[1]?.click();
    await element.updateComplete;
    expect(find('#to').type).to.equal('email');
    await expect(element).to.be.accessible();
  });

  it('has e-mail alone once the call is over, and nothing that was chosen before gets lost', async () => {
    const { desk, says, write, find, element, ways } = await setup({ before: onCall });
    await says('Live chat');
    write('text', 'Half a sentence');
    desk.world.call = null;
    desk.world.changeConversation(id);
    await waitUntil(() => ways().length === 0 && find('#to') !== null);
    expect(find('#text').value).to.equal('Half a sentence');
    expect(element.hasAttribute('empty')).to.equal(false);
  });

  for (const [title, change, field, fault] of [
    ['no address', { to: 'marija' }, 'to', 'Enter one e-mail address'],
    ['two addresses', { to: 'a@x.example, b@x.example' }, 'to', 'Enter one e-mail address'],
    ['no subject', { subject: ' ' }, 'subject', 'Enter a subject.'],
    ['no text', { text: ' \n' }, 'text', 'Write a message.'],
    ['too long a text', { text: 'a'.repeat(10_001) }, 'text', 'Use at most 10,000 characters.'],
  ] as const)
    it(`says at the field that there is ${title}, and sends nothing`, async () => {
      const { desk, find, says, write, send, element } = await setup();
      await says('Subject');
      for (const [name, value] of Object.entries({ subject: 'Hi', text: 'Hi', ...change })) write(name, value);
      send();
      await says(fault);
      await waitUntil(() => element.shadowRoot?.activeElement?.id === field);
      expect(find(`#${field}`).getAttribute('aria-invalid')).to.equal('true');
      expect(find(`#${field}-fault`).textContent).to.include(fault);
      expect(desk.asked.some((asked) => asked.startsWith('mail '))).to.equal(false);
      await expect(element).to.be.accessible();
    });

  it('keeps what is written when it could not be sent, and sends the same once more', async () => {
    const { desk, find, says, write, send, done } = await setup();
    await says('Subject');
    write('subject', 'Hi');
    write('text', 'Hello');
    const ids: string[] = [];
    const { mail } = desk.conversations;
    Object.assign(desk.conversations, {
      mail: (...args: Parameters<typeof mail>) => {
        ids.push(args[1].clientId);
        return mail(...args);
      },
    });
    desk.refuse = ['mail marija@example.com', new MockProblem('rate_limited')];
    send();
    await says('That was too quick.');
    expect(find('#text').value).to.equal('Hello');
    send();
    await done();
    expect([ids.length, new Set(ids).size]).to.deep.equal([2, 1]);
  });

  it('stops where the host says so', async () => {
    const { desk, provider, find, says, write, send, element } = await setup();
    await says('Subject');
    provider.addEventListener('cc-reply-request', (event) => event.preventDefault());
    write('subject', 'Hi');
    write('text', 'Hello');
    send();
    await element.updateComplete;
    expect(find('#text').value).to.equal('Hello');
    expect(desk.asked).not.to.include('mail marija@example.com');
  });

  it('says why an e-mail was not sent, and sends it again', async () => {
    const { desk, find, says, element, states } = await setup({
      before: ({ messages }) => {
        messages.mail(id, { clientId: 'mail-of-ana', to: 'x@example.com', subject: 'Your order', text: 'Hi' });
        messages.settleMail('failed', 'address_refused');
      },
    });
    await says('the address was refused');
    const again = find<HTMLButtonElement>('.mail .button');
    expect(again.getAttribute('aria-label')).to.equal('Send again: Your order');
    await expect(element).to.be.accessible();
    again.click();
    await waitUntil(() => states()[0] === 'sending');
    expect(desk.asked.filter((asked) => asked.startsWith('retry-mail'))).to.have.length(1);
  });

  it('answers the address that has written last, under its subject', async () => {
    const { desk, find, says, write } = await setup();
    await says('Subject');
    desk.messages.customerMails(id, { address: 'home@example.com', subject: 'Re: Order', text: 'Thanks' });
    await waitUntil(() => find('#to').value === 'home@example.com');
    expect(find('#subject').value).to.equal('Re: Order');
    write('to', 'mine@example.com');
    desk.messages.customerMails(id, { address: 'work@example.com', subject: 'Re: Other', text: 'Thanks' });
    await waitUntil(() => find('#subject').value === 'Re: Other');
    expect(find('#to').value).to.equal('mine@example.com', 'what the agent has typed stays');
  });

  it('takes nothing that was written into another conversation', async () => {
    const { find, says, write, element } = await setup();
    await says('Subject');
    write('text', 'For Marija alone');
    element.conversationId = other.id;
    await waitUntil(() => find('#text')?.value === '');
    expect(find('#to').value).to.equal('');
  });

  it('says that an e-mail went into the conversation of somebody else (MSG-5)', async () => {
    const { desk, says, write, send, element } = await setup();
    await says('Subject');
    const { mail } = desk.conversations;
    Object.assign(desk.conversations, {
      mail: async (...args: Parameters<typeof mail>) => ({ ...(await mail(...args)), conversationId: other.id }),
    });
    write('subject', 'Hi');
    write('text', 'Hello');
    send();
    await says('This address is somebody else’s.');
    await expect(element).to.be.accessible();
  });

  it('says why it could not be read, and reads again', async () => {
    const { says, find, element } = await setup({
      before: (desk) => (desk.refuse = [`list-messages ${id}`, new MockProblem('rate_limited')]),
    });
    await says('That was too quick.');
    await expect(element).to.be.accessible();
    find<HTMLButtonElement>('.button').click();
    await says('Subject');
  });
});
