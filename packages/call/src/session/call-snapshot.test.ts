import type { AgentCall, CustomerCall } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { toCallRecord } from './call-snapshot.js';

const shared = {
  id: 'cal_0000000000000000000001',
  version: 3,
  state: 'active',
  medium: 'video',
  queueName: 'Support',
  queuedAt: 1,
  establishedAt: 2,
  endedAt: null,
  endReason: null,
  away: null,
  heldAt: null,
  consult: null,
  transfer: null,
  mayTransfer: true,
} as const;
const customer: CustomerCall = {
  ...shared,
  position: null,
  agentName: 'Ana',
  waitingSound: 'ringing',
  holdSound: 'music',
};
const agent: AgentCall = {
  ...shared,
  caller: { name: 'Ben', number: null, origin: 'link' },
  conversationId: 'con_0000000000000000000001',
};

describe('the common record', () => {
  it('names the other side, whichever side this is', () => {
    expect(toCallRecord(customer).remoteName).to.equal('Ana');
    expect(toCallRecord(agent).remoteName).to.equal('Ben');
  });

  it('shows the number of a phone caller whose name is not known (RCV-9)', () => {
    const caller = { name: null, number: '+385912345678', origin: 'phone' } as AgentCall['caller'];
    expect(toCallRecord({ ...agent, caller }).remoteName).to.equal('+385912345678');
  });

  for (const [away, customerSees, agentSees] of [
    [null, false, false],
    ['agent', true, false],
    ['customer', false, true],
    ['both', true, true],
  ] as const) {
    it(`tells each side whether the other one is away: ${String(away)}`, () => {
      expect(toCallRecord({ ...customer, away }).remoteAway).to.equal(customerSees);
      expect(toCallRecord({ ...agent, away }).remoteAway).to.equal(agentSees);
    });
  }

  it('is frozen, and holds nothing of one side only', () => {
    expect(Object.isFrozen(toCallRecord(customer))).to.equal(true);
    expect(toCallRecord(agent)).to.have.all.keys(...Object.keys(toCallRecord(customer)));
  });
});
