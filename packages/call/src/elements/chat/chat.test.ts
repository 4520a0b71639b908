import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { longestMessage } from '@carillon/contract';
import { FakeChatServer } from '../../session/testing/fake-chat-server.js';
import { flush } from '../../session/testing/manual-clock.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { fakeChat } from '../testing/fake-chat.js';
import { CcChat } from './chat.js';

const offline = () => new TypeError('Failed to fetch');

describe('cc-chat', () => {
  let server: FakeChatServer;
  beforeEach(() => (server = new FakeChatServer(() => Date.now())));

  async function setup() {
    const chat = fakeChat(server);
    const all = await callFixture<CcChat>(CcChat, html`<cc-chat></cc-chat>`, { chat });
    const { root, host } = all;
    [host.style.blockSize, host.style.inlineSize] = ['400px', '320px'];
    host.requestUpdate();
    /** Whatever has been asked is answered and drawn. */
    const settle = async () => {
      await flush();
      await host.updateComplete;
      await flush();
      await host.updateComplete;
    };
    await settle();
    const field = () => root.querySelector('textarea') as HTMLTextAreaElement;
    const type = async (text: string) => {
      field().value = text;
      field().dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settle();
    };
    const press = async (words: string) => {
      const button = [...root.querySelectorAll('button')].find(
        (one) => wordsOf(one) === words || one.ariaLabel === words,
      );
      button?.click();
      await settle();
    };
    return {
      ...{ ...all, settle, field, type, press },
      messages: chat.snapshot.chat as NonNullable<typeof chat.snapshot.chat>,
      log: root.querySelector('.log') as HTMLElement,
      bubbles: () => [...root.querySelectorAll('.bubble')].map(wordsOf),
      states: () => [...root.querySelectorAll('.state')].map(wordsOf),
    };
  }

  it('shows who wrote what, in order, as a log (MSG-1)', async () => {
    server.write('agent', 'Hello');
    server.write('agent', 'How can I help?');
    server.write('customer', 'Hi');
    const { root, log, bubbles } = await setup();
    expect(bubbles()).to.eql(['Hello', 'How can I help?', 'Hi']);
    expect([...root.querySelectorAll('.who bdi')].map(wordsOf)).to.eql(['Ana Kovač', 'You']);
    expect([log.getAttribute('role'), log.ariaLabel]).to.eql(['log', 'Messages']);
    expect([...root.querySelectorAll('.bubble')].every((one) => one.getAttribute('dir') === 'auto')).to.equal(true);
  });

  it('sends by Enter, begins a new line by Shift and Enter, and keeps the cursor in the field', async () => {
    const { call, field, root, settle } = await setup();
    field().focus();
    await sendKeys({ type: 'One' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'Two' });
    expect(field().value).to.equal('One\nTwo');
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(server.messages.map(({ text }) => text)).to.eql(['One\nTwo']);
    expect(call.asked).to.eql(['message One\nTwo']);
    expect([field().value, root.activeElement]).to.eql(['', field()]);
  });

  it('leaves Enter to an input method that is composing', async () => {
    const { field, type } = await setup();
    await type('にほん');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true });
    field().dispatchEvent(enter);
    expect([enter.defaultPrevented, server.messages.length]).to.eql([false, 0]);
  });

  it('can be stopped by the host page, and keeps what was written', async () => {
    const { type, press, field, host } = await setup();
    await type('Hello');
    host.addEventListener('cc-message-request', (event) => event.preventDefault(), { once: true });
    await press('Send');
    expect([field().value, server.messages.length]).to.eql(['Hello', 0]);
    const asked: string[] = [];
    host.parentElement?.addEventListener('cc-message-request', ({ text }) => asked.push(text), { once: true });
    await press('Send');
    expect([field().value, asked, server.messages.length]).to.eql(['', ['Hello'], 1]);
  });

  it('says what becomes of the newest own message', async () => {
    const { type, press, states, settle } = await setup();
    await type('Hello');
    let answer = () => {};
    server.gate = new Promise<void>((resolve) => (answer = resolve));
    await press('Send');
    expect(states()).to.eql(['Sending …']);
    server.gate = null;
    answer();
    await settle();
    expect(states()).to.eql(['Sent']);
    server.receive('customer', 1);
    await settle();
    expect(states()).to.eql(['Delivered']);
    await type('And one more');
    await press('Send');
    expect(states()).to.eql(['Sent']);
  });

  it('says when one could not be sent, and sends it again when asked to', async () => {
    const { type, press, states, root } = await setup();
    server.failure = offline();
    await type('Hello');
    await press('Send');
    expect(wordsOf(root.querySelector('[role=alert]') as Element)).to.contain('Not sent: there is no connection.');
    server.failure = null;
    await press('Try again');
    expect(states()).to.eql(['Sent']);
    expect(server.messages).to.have.length(1);
  });

  for (const [code, words] of [
    ['rate_limited', 'Not sent: these were many in a minute.'],
    ['call_ended', 'Not sent: the call has ended.'],
    ['internal', 'Not sent.'],
  ] as const)
    it(`says why: ${code}`, async () => {
      const { type, press, states } = await setup();
      server.failure = Object.assign(new Error(code), { code });
      await type('Hello');
      await press('Send');
      expect(states()[0]).to.contain(words);
    });

  it('counts near the end of the allowance, and refuses what is beyond it', async () => {
    const { type, press, root, field } = await setup();
    const allowance = () => wordsOf(root.querySelector('#allowance') as Element);
    const mayPress = () => !(root.querySelector('[part=send]') as HTMLButtonElement).disabled;
    await type('a'.repeat(0.9 * longestMessage - 1));
    expect(allowance()).to.equal('');
    await type('a'.repeat(longestMessage - 1));
    expect([allowance(), mayPress()]).to.eql(['1 character left', true]);
    await type('a'.repeat(100_000));
    expect([allowance(), mayPress(), field().ariaInvalid]).to.eql(['98,000 characters too many', false, 'true']);
    await press('Send');
    field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    expect([server.messages.length, field().value.length]).to.eql([0, 100_000]);
    await type(' \n ');
    expect(mayPress()).to.equal(false);
  });

  it('keeps a draft while it is away', async () => {
    const { type, host, field, settle } = await setup();
    await type('Half a sen');
    const parent = host.parentElement;
    host.remove();
    parent?.append(host);
    await settle();
    expect(field().value).to.equal('Half a sen');
  });

  it('shows markup as text, and makes nothing of it', async () => {
    const hostile = '<img src=x onerror="alert(1)"><script>alert(1)</script><a href="javascript:alert(1)">x</a>';
    server.write('agent', hostile, { name: '<b>Ana</b>' });
    const { root, bubbles } = await setup();
    expect(bubbles()).to.eql([hostile]);
    expect(root.querySelectorAll('img, script, b, .bubble a')).to.have.length(0);
  });

  it('lets addresses be followed, without telling where they were read', async () => {
    server.write('agent', 'See https://a.test/x. javascript:alert(1)');
    const { root } = await setup();
    const [link, ...others] = root.querySelectorAll('a');
    expect(others).to.eql([]);
    expect([link?.href, link?.rel, link?.target, link?.dir]).to.eql([
      ...['https://a.test/x', 'noopener noreferrer', '_blank', 'ltr'],
    ]);
  });

  it('stays at the end for who reads there, and offers the way for who has scrolled back', async () => {
    for (let n = 0; n < 40; n++) server.write('agent', `m${n}`);
    const { log, root, host, settle, messages, press } = await setup();
    const fromEnd = () => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight);
    expect([fromEnd(), messages.snapshot.unread]).to.eql([0, 0]);
    server.write('agent', 'at the end');
    await settle();
    expect([fromEnd(), messages.snapshot.unread]).to.eql([0, 0]);
    host.style.blockSize = '240px';
    await waitUntil(() => fromEnd() === 0, 'the end stays in view when there is less room', { timeout: 6_000 });
    log.scrollTop = 0;
    log.dispatchEvent(new Event('scroll'));
    server.write('agent', 'out of sight');
    await settle();
    expect([log.scrollTop, messages.snapshot.unread]).to.eql([0, 1]);
    expect(wordsOf(root.querySelector('.newer') as Element)).to.equal('New messages');
    await press('New messages');
    expect([fromEnd(), messages.snapshot.unread, root.querySelector('.newer')]).to.eql([0, 0, null]);
  });

  it('goes to the end with what one writes oneself', async () => {
    for (let n = 0; n < 40; n++) server.write('agent', `m${n}`);
    const { log, type, press } = await setup();
    log.scrollTop = 0;
    log.dispatchEvent(new Event('scroll'));
    await type('Mine');
    await press('Send');
    expect(Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)).to.equal(0);
  });

  it('puts earlier messages above, and moves nothing by it', async () => {
    for (let n = 1; n <= 130; n++) server.write('agent', `m${n}`);
    const { log, root, press, settle, bubbles } = await setup();
    log.scrollTop = 0;
    log.dispatchEvent(new Event('scroll'));
    await settle();
    const top = () =>
      [...root.querySelectorAll('.bubble')].find((one) => wordsOf(one) === 'm31')?.getBoundingClientRect().top ?? NaN;
    const before = top();
    await press('Earlier messages');
    expect([bubbles().length, bubbles()[0]]).to.eql([130, 'm1']);
    expect(Math.abs(top() - before)).to.be.lessThan(60);
    expect([...root.querySelectorAll('button')].map(wordsOf)).not.to.contain('Earlier messages');
  });

  it('says when messages cannot be loaded, and tries again when asked to', async () => {
    server.failure = offline();
    const { root, press, bubbles } = await setup();
    expect(wordsOf(root.querySelector('[role=alert]') as Element)).to.contain('could not be loaded');
    server.failure = null;
    server.write('agent', 'Hello');
    await press('Try again');
    expect(bubbles()).to.eql(['Hello']);
  });

  it('can be read and not written where nothing can be said', async () => {
    server.write('agent', 'Hello');
    server.open = false;
    const { root, host } = await setup();
    expect(root.querySelector('textarea')).to.equal(null);
    expect(wordsOf(root)).to.contain('Nothing can be written here just now.');
    host.focus();
    expect(root.activeElement?.className).to.equal('log');
  });

  it('asks to be closed by its button and by Escape, and only where it may be', async () => {
    const { host, root, settle, press } = await setup();
    let closes = 0;
    host.addEventListener('close', () => closes++);
    const escape = () =>
      root.querySelector('.log')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    escape();
    expect([closes, wordsOf(root.querySelector('header') as Element)]).to.eql([0, 'Messages']);
    host.closable = true;
    await settle();
    await press('Close messages');
    escape();
    expect(closes).to.equal(2);
  });

  it('shows nothing of a call that has no messages, and does not fail', async () => {
    const { root } = await callFixture<CcChat>(CcChat, html`<cc-chat></cc-chat>`);
    expect(root.querySelectorAll('.bubble, [role=alert]')).to.have.length(0);
  });
});
