import type { CustomerCall, JoinView } from '@carillon/contract';

/** The moment all fixtures stand at: now, as elements read the browser's clock beside the server's. */
export const fixtureNow = Date.now();

/** A one-time link that may be used. */
export const joinView = (changes: Partial<JoinView> = {}): JoinView => ({
  state: 'available',
  kind: 'one-time',
  brand: { name: 'Nordlicht Energie', color: '#0f62c4', welcome: 'Our service team is glad to help you.' },
  queueName: 'Customer support',
  displayName: 'Marija Horvat',
  opensAt: null,
  expiresAt: fixtureNow + 24 * 3_600_000,
  serverNow: fixtureNow,
  ...changes,
});

/** A video call that waits as the second in line. Changing its state changes what belongs to the state. */
export const customerCall = (changes: Partial<CustomerCall> = {}): CustomerCall => {
  const { state = 'queued' } = changes;
  const waits = state === 'queued' || state === 'offering';
  const established = state === 'active' || state === 'held' ? fixtureNow - 65_000 : null;
  return {
    id: 'cal_abcdefghijklmnopqrstuQ',
    version: 1,
    state,
    medium: 'video',
    queueName: 'Customer support',
    queuedAt: fixtureNow - 90_000,
    establishedAt: established,
    endedAt: state === 'ended' ? fixtureNow : null,
    endReason: state === 'ended' ? 'customer_hangup' : null,
    away: null,
    heldAt: state === 'held' ? fixtureNow - 20_000 : null,
    consult: null,
    position: waits ? 2 : null,
    agentName: waits ? null : 'Ana Kovač',
    waitingSound: 'ringing',
    holdSound: 'music',
    ...changes,
  };
};
