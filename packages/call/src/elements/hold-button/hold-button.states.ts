import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inCall } from '../testing/in-call.js';
import { CcHoldButton } from './hold-button.js';

export const states: ElementStates = {
  title: 'cc-hold-button',
  render() {
    const call = inCall(CcHoldButton);
    const button = html`<cc-hold-button></cc-hold-button>`;
    const agent = html`<cc-hold-button density="agent"></cc-hold-button>`;
    return [
      { name: 'talking', template: call(button, { mayHold: true }), width: 160 },
      { name: 'holding', template: call(button, { mayHold: true, pending: 'hold' }), width: 160 },
      { name: 'held', template: call(button, { mayHold: true, phase: 'held' }), width: 160 },
      { name: 'resuming', template: call(button, { mayHold: true, phase: 'held', pending: 'resume' }), width: 160 },
      {
        name: 'held, compact',
        template: call(html`<cc-hold-button compact></cc-hold-button>`, { mayHold: true, phase: 'held' }),
        width: 160,
      },
      { name: 'for agents', template: call(agent, { mayHold: true, phase: 'held' }), width: 160 },
    ];
  },
};
