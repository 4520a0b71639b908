import type { CustomerCallSession } from '@carillon/contract';
import { toCallRecord, type CallControl, type ChatPort } from '@carillon/call';
import type { LinkPort } from './link-port.js';

/** What a customer's call asks of the server. `heard` is told every answer before the call itself. */
export const customerCallControl = (
  port: LinkPort,
  secret: string,
  {
    heard,
    hangup,
    messages,
  }: {
    readonly heard: (session: CustomerCallSession) => void;
    readonly hangup: () => Promise<void>;
    /** Whether the link lets its customer write and read messages. */
    readonly messages: boolean;
  },
): CallControl => ({
  token: async () => {
    const session = await port.token(secret);
    heard(session);
    return { record: toCallRecord(session.call), media: session.media };
  },
  connected: async () => void (await port.connected(secret)),
  hangup,
  ...(messages ? { chat: customerChat(port, secret) } : {}),
});

const customerChat = (port: LinkPort, secret: string): ChatPort => ({
  own: 'customer',
  list: (query) => port.messages(secret, query),
  send: (request) => port.message(secret, request),
  received: (upTo) => port.received(secret, upTo),
});
