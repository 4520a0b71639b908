import type { MessageSender } from '@carillon/contract';
import { Chat } from '../../session/chat/chat.js';
import type { CallChatSnapshot } from '../../session/chat/call-chat.js';
import { systemClock } from '../../session/clock.js';
import { Store } from '../../session/store.js';
import type { FakeChatServer } from '../../session/testing/fake-chat-server.js';

/** One side's messages of a call, which follow a server in memory. */
export function fakeChat(server: FakeChatServer, own: MessageSender = 'customer'): Store<CallChatSnapshot> {
  const chat = new Chat({ port: server.port(own), clock: systemClock, clockOffset: () => server.now() - Date.now() });
  server.onMark(() => chat.hear(server.mark(own)));
  chat.read();
  return new Store<CallChatSnapshot>({ chat });
}
