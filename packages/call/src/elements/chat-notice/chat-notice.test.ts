import { expect, html } from '@open-wc/testing';
import { FakeChatServer } from '../../session/testing/fake-chat-server.js';
import { flush } from '../../session/testing/manual-clock.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { fakeChat } from '../testing/fake-chat.js';
import { CcChatNotice } from './chat-notice.js';

describe('cc-chat-notice', () => {
  let server: FakeChatServer;
  beforeEach(() => (server = new FakeChatServer()));

  async function setup(shownMs = 600_000) {
    const element = html`<cc-chat-notice shown-ms=${shownMs}></cc-chat-notice>`;
    const all = await callFixture<CcChatNotice>(CcChatNotice, element, { chat: fakeChat(server) });
    const settle = async () => {
      await flush();
      await all.host.updateComplete;
    };
    await settle();
    return { ...all, settle, words: () => wordsOf(all.root) };
  }

  it('is silent about what was there before', async () => {
    server.write('agent', 'Old');
    const { words, announced, host } = await setup();
    expect([words(), announced(), host.hasAttribute('empty')]).to.eql(['', [], true]);
  });

  it('shows and says what is new, and who wrote it', async () => {
    const { words, announced, settle, host } = await setup();
    server.write('agent', 'Hello');
    await settle();
    expect(words()).to.equal('Ana Kovač Hello');
    expect(announced()).to.eql(['Ana Kovač: Hello']);
    expect(host.hasAttribute('empty')).to.equal(false);
    server.write('agent', 'Again');
    await settle();
    expect(words()).to.equal('Ana Kovač Again');
  });

  it('says nothing of own messages, nor anything twice', async () => {
    const { words, announced, settle } = await setup();
    server.write('customer', 'Mine');
    await settle();
    expect(words()).to.equal('');
    server.write('agent', 'Hello');
    await settle();
    server.receive('customer', 1);
    await settle();
    expect(announced()).to.have.length(1);
  });

  it('says nothing while the messages are open, and no more of it afterwards', async () => {
    const { host, words, announced, settle } = await setup();
    host.open = true;
    await settle();
    server.write('agent', 'Read in the panel');
    await settle();
    host.open = false;
    await settle();
    expect([words(), announced()]).to.eql(['', []]);
  });

  it('shows the beginning of a long text', async () => {
    const { words, settle } = await setup();
    server.write('agent', 'x'.repeat(2_000));
    await settle();
    expect(words()).to.equal(`Ana Kovač ${'x'.repeat(120)}…`);
  });

  it('goes by itself', async () => {
    const { host, settle } = await setup(1);
    server.write('agent', 'Hello');
    await settle();
    await new Promise<void>((resolve) => {
      const look = () => host.hasAttribute('empty') && resolve();
      new MutationObserver(look).observe(host, { attributes: true });
      look();
    });
    expect(host.hasAttribute('empty')).to.equal(true);
  });

  it('is pressed for the page to hear', async () => {
    const { host, root, settle } = await setup();
    server.write('agent', 'Hello');
    await settle();
    let clicks = 0;
    host.addEventListener('click', () => clicks++);
    root.querySelector('button')?.click();
    expect(clicks).to.equal(1);
  });
});
