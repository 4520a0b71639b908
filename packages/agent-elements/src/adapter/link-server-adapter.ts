import type { HostAdapter } from '@carillon/call';

export interface LinkServerAdapterOptions {
  /** Origin of the link-server. */
  readonly server: string;
  /** A JWT of the host app for its signed-in user. Asked for at the start and whenever the session has expired. */
  readonly token: () => Promise<string>;
}

export function linkServerAdapter(_options: LinkServerAdapterOptions): HostAdapter {
  throw new Error('pending');
}
