import { expect, html } from '@open-wc/testing';
import { FakeChatServer } from '../../session/testing/fake-chat-server.js';
import { flush } from '../../session/testing/manual-clock.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { fakeChat } from '../testing/fake-chat.js';
import { CcChatButton } from './chat-button.js';

describe('cc-chat-button', () => {
  async function setup(server: FakeChatServer | null) {
    const chat = server && fakeChat(server);
    const all = await callFixture<CcChatButton>(CcChatButton, html`<cc-chat-button></cc-chat-button>`, { chat });
    const settle = async () => {
      await flush();
      await all.host.updateComplete;
    };
    await settle();
    return {
      ...all,
      settle,
      chat: chat?.snapshot.chat,
      button: all.root.querySelector('button') as HTMLButtonElement,
      says: () => ['.visually-hidden', '.badge'].map((part) => wordsOf(all.root.querySelector(part) ?? new Text())),
    };
  }

  it('is there only where the call has messages, and while it lasts', async () => {
    expect((await setup(null)).host.hasAttribute('available')).to.equal(false);
    const { host, set } = await setup(new FakeChatServer());
    expect(host.hasAttribute('available')).to.equal(true);
    await set({ phase: 'ended' });
    expect(host.hasAttribute('available')).to.equal(false);
  });

  it('says how many are new, to those who look and to those who listen', async () => {
    const server = new FakeChatServer();
    const { says, settle, chat, host } = await setup(server);
    expect(says()).to.eql(['Messages', '']);
    server.write('agent', 'Hello');
    await settle();
    expect(says()).to.eql(['Messages, 1 new', '1']);
    for (let n = 0; n < 99; n++) server.write('agent', 'Hello');
    await settle();
    expect(says()).to.eql(['Messages, 100 new', '99+']);
    expect(host.hasAttribute('unread')).to.equal(true);
    chat?.see();
    await settle();
    expect(host.hasAttribute('unread')).to.equal(false);
    expect(says()).to.eql(['Messages', '']);
  });

  it('says whether the panel is open, and is pressed for the page to hear', async () => {
    const { host, button, settle } = await setup(new FakeChatServer());
    let clicks = 0;
    host.addEventListener('click', () => clicks++);
    expect(button.ariaExpanded).to.equal('false');
    host.open = true;
    await settle();
    button.click();
    expect([button.ariaExpanded, clicks]).to.eql(['true', 1]);
  });
});
