import { expect } from '../fixtures.js';
import { desk } from './desk.js';
import { call } from './in-call.js';
import { signals } from './signals.js';

/** A test that begins in a call of Ana's, with Ben free to take it or to be asked about it. */
export const withColleague = call.extend<{ ben: ReturnType<typeof desk> }>({
  ben: async ({ inCall, openAgent }, use) => {
    expect(inCall.agent.page.isClosed()).toBe(false);
    await use(desk(await openAgent('ben', undefined, signals.colleague)));
  },
});
