import { html } from 'lit';
import { FakeChatServer } from '../../session/testing/fake-chat-server.js';
import type { ElementStates } from '../states.js';
import { fakeChat } from '../testing/fake-chat.js';
import { inCall } from '../testing/in-call.js';
import { CcChatButton } from './chat-button.js';

export const states: ElementStates = {
  title: 'cc-chat-button',
  render() {
    const call = inCall(CcChatButton);
    const state = (unread: number, element = html`<cc-chat-button></cc-chat-button>`) => {
      const server = new FakeChatServer();
      for (let n = 0; n < unread; n++) server.write('agent', 'Hello');
      return call(element, { chat: fakeChat(server) });
    };
    return [
      { name: 'closed', template: state(0), width: 280 },
      { name: 'open', template: state(0, html`<cc-chat-button open></cc-chat-button>`), width: 280 },
      { name: 'one new', template: state(1), width: 280 },
      { name: 'many new', template: state(100), width: 280 },
      { name: 'for agents', template: state(3, html`<cc-chat-button density="agent"></cc-chat-button>`), width: 280 },
    ];
  },
};
