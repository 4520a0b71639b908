import { CcProvider, define, type ElementStates } from '@carillon/call';
import { html } from 'lit';
import { MockProblem } from '../../adapter/mock-script.js';
import { deskState } from '../../testing/desk-state.js';
import { CcAgentStatus } from './agent-status.js';

const element = html`<cc-agent-status></cc-agent-status>`;

export const states: ElementStates = {
  title: 'cc-agent-status',
  render() {
    define(CcProvider, CcAgentStatus);
    return [
      { name: 'active', template: deskState(element) },
      { name: 'narrow', template: deskState(element), width: 280 },
      { name: 'away', template: deskState(element, { before: (world) => world.setStatus('away') }) },
      {
        name: 'in a call, then away',
        template: deskState(element, { before: (world) => (world.ring(), world.connect(), world.setStatus('away')) }),
      },
      {
        name: 'wrapping up',
        template: deskState(element, { before: (world) => world.setAgent({ availability: 'wrapping' }) }),
      },
      {
        name: 'missed a call',
        template: deskState(element, { before: (world) => world.setAgent({ availability: 'missed' }) }),
        width: 320,
      },
      { name: 'reconnecting', template: deskState(element, { then: ({ world }) => world.setConnected(false) }) },
      {
        name: 'signed out',
        template: deskState(element, {
          then: (desk) => {
            desk.refuseNext = new MockProblem('unauthenticated');
            desk.world.reset();
          },
        }),
      },
      { name: 'another tab leads', template: deskState(element, { follower: true }), width: 320 },
      { name: 'German', template: deskState(element, { lang: 'de' }), width: 360 },
      { name: 'right to left', template: deskState(element, { lang: 'ar', before: (world) => world.ring() }) },
    ];
  },
};
