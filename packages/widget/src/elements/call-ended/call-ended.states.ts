import type { ElementStates } from '@carillon/call';
import type { CallEndReason } from '@carillon/contract';
import { html } from 'lit';
import { fixtureNow } from '../../testing/link-fixtures.js';
import { linkState, longName } from '../../testing/link-state.js';
import type { LinkWorld } from '../../testing/link-world.js';
import { CcCallBack } from '../call-back/call-back.js';
import { CcCallEnded } from './call-ended.js';

const element = html`<cc-call-ended></cc-call-ended>`;
const height = 560;
const call = { state: 'active', establishedAt: fixtureNow - 754_000 } as const;

const ends = (endReason: CallEndReason) => async (world: LinkWorld) => {
  await world.until(({ snapshot }) => snapshot.connection === 'live');
  world.server.set({ state: 'ended', endReason, agentName: world.server.call?.agentName ?? null });
};

export const states: ElementStates = {
  title: 'cc-call-ended',
  render() {
    const state = linkState(CcCallEnded, CcCallBack);
    return [
      { name: 'by the agent', template: state(element, { call, then: ends('agent_hangup') }), height },
      {
        name: 'by the customer, link for many calls',
        template: state(element, { view: { kind: 'expiry' }, call, then: ends('customer_hangup') }),
        height,
      },
      {
        name: 'left the line',
        template: state(element, { call: { state: 'queued' }, then: ends('abandoned_in_queue') }),
        height,
      },
      { name: 'nobody there', template: state(element, { call: { state: 'queued' }, then: ends('no_agent') }), height },
      { name: 'connection lost', template: state(element, { call, then: ends('connection_lost') }), height },
      {
        name: 'long name',
        template: state(element, { call: { ...call, agentName: longName }, then: ends('agent_hangup') }),
        width: 320,
        height,
      },
      { name: 'German', template: state(element, { call, then: ends('agent_hangup'), lang: 'de' }), height },
      { name: 'right to left', template: state(element, { call, then: ends('agent_hangup'), lang: 'ar' }), height },
    ];
  },
};
