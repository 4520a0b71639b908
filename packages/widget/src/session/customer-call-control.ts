import type { CustomerCallSession } from '@carillon/contract';
import { toCallRecord, type CallControl } from '@carillon/call';
import type { LinkPort } from './link-port.js';

/** What a customer's call asks of the server. `heard` is told every answer before the call itself. */
export const customerCallControl = (
  port: LinkPort,
  secret: string,
  { heard, hangup }: { readonly heard: (session: CustomerCallSession) => void; readonly hangup: () => Promise<void> },
): CallControl => ({
  token: async () => {
    const session = await port.token(secret);
    heard(session);
    return { record: toCallRecord(session.call), media: session.media };
  },
  connected: async () => void (await port.connected(secret)),
  hangup,
});
