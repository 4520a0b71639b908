import type { MediaErrorCode } from '@carillon/call';
import { expect } from '@open-wc/testing';
import { MockDesk } from '../adapter/mock-desk.js';
import { createAgentCallControl } from './agent-call-control.js';

/** The control of a call that has just been answered. */
function setup() {
  const desk = new MockDesk({ now: () => 0 });
  desk.world.ring();
  desk.world.connect();
  const log: string[] = [];
  const control = createAgentCallControl(desk.calls, desk.world.call?.id ?? '', {
    granted: ({ call }) => log.push(`granted ${call?.state}`),
    mediaFailed: (code) => log.push(`failed ${code}`),
  });
  return { desk, control, log };
}

describe("what an agent's call asks of the server", () => {
  it('is a token together with the record as it stands', async () => {
    const { control, log, desk } = setup();
    const { record, media } = await control.token();
    expect(record.id).to.equal(desk.world.call?.id);
    expect(record.state).to.equal('connecting');
    expect(media?.identity).to.equal('agent');
    expect(log).to.deep.equal(['granted connecting']);
  });

  it('is no media for a call that has ended', async () => {
    const { control, desk } = setup();
    desk.world.customerHangup();
    const { record, media } = await control.token();
    expect([record.state, media]).to.deep.equal(['ended', null]);
  });

  it('fails where the server knows no call', async () => {
    const { control, desk } = setup();
    desk.world.call = null;
    const error: unknown = await control.token().catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(Error);
  });

  it('is the end of the call, and that both hear', async () => {
    const { control, desk } = setup();
    await control.connected();
    expect(desk.world.call?.state).to.equal('active');
    await control.hangup();
    expect(desk.world.call?.endReason).to.equal('agent_hangup');
  });

  for (const [code, reason] of [
    ['permission-denied', 'microphone_denied'],
    ['permission-denied-by-system', 'microphone_denied'],
    ['blocked-by-policy', 'microphone_denied'],
    ['insecure-page', 'microphone_denied'],
    ['unsupported-browser', 'microphone_denied'],
    ['device-not-found', 'microphone_missing'],
    ['device-in-use', 'microphone_in_use'],
    ['connection-failed', 'connection_failed'],
    ['connection-refused', 'connection_failed'],
  ] as [MediaErrorCode, string][])
    it(`tells ${code} as ${reason}, and the desk first (E-05)`, async () => {
      const { control, desk, log } = setup();
      const id = desk.world.call?.id ?? '';
      const told = control.mediaFailed?.(code);
      expect(log).to.deep.equal([`failed ${code}`]);
      await told;
      expect(desk.asked.at(-1)).to.equal(`media-failed ${id} ${reason}`);
    });
});
