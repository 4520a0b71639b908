import { html } from 'lit';
import { FakeChatServer } from '../../session/testing/fake-chat-server.js';
import type { ElementStates } from '../states.js';
import { fakeChat } from '../testing/fake-chat.js';
import { inCall, longName } from '../testing/in-call.js';
import { CcChatNotice } from './chat-notice.js';

export const states: ElementStates = {
  title: 'cc-chat-notice',
  render() {
    const call = inCall(CcChatNotice);
    /** A message that comes once the element is there. */
    const state = (text: string, name = 'Ana Kovač') => {
      const server = new FakeChatServer();
      const chat = fakeChat(server);
      const stop = chat.snapshot.chat?.subscribe(() => {
        if (chat.snapshot.chat?.snapshot.status !== 'ready') return;
        stop?.();
        setTimeout(() => server.write('agent', text, { name }), 50);
      });
      return call(html`<cc-chat-notice shown-ms="600000"></cc-chat-notice>`, { chat });
    };
    return [
      { name: 'a message', template: state('I have sent you the form.'), width: 320 },
      { name: 'a long one, narrow', template: state('Lorem ipsum dolor sit amet '.repeat(20), longName), width: 280 },
      { name: 'right to left', template: state('أرسلت لك النموذج الآن.', 'ليلى حداد'), width: 320 },
    ];
  },
};
