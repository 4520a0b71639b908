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

const rated = async (world: LinkWorld) => {
  await ends('agent_hangup')(world);
  await world.until(({ snapshot }) => snapshot.call?.state === 'ended');
  await world.session.rate(4);
};

/** The service takes no rating, and somebody presses a star. */
const refused = async (world: LinkWorld) => {
  world.server.refuse.set('rating', 'rating_not_allowed');
  await ends('agent_hangup')(world);
};
const pressesStar = async (event: Event) => {
  const host = (event.target as Element).querySelector('cc-call-ended');
  const star = () => host?.shadowRoot?.querySelector<HTMLElement>('.star:nth-child(4)');
  for (let i = 0; i < 100 && !star(); i++) await new Promise((done) => setTimeout(done, 10));
  star()?.click();
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
      {
        name: 'asks how it was',
        template: state(element, { view: { rating: true }, call, then: ends('agent_hangup') }),
        height,
      },
      {
        name: 'was rated, German',
        template: state(element, { view: { rating: true }, call, then: rated, lang: 'de' }),
        width: 320,
        height,
      },
      {
        name: 'rating was not sent',
        template: html`<div @cc-ready=${pressesStar}>
          ${state(element, { view: { rating: true, kind: 'expiry' }, call, then: refused })}
        </div>`,
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
