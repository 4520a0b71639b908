import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inCall } from '../testing/in-call.js';
import { CcHangupButton } from './hangup-button.js';

export const states: ElementStates = {
  title: 'cc-hangup-button',
  render() {
    const call = inCall(CcHangupButton);
    const button = html`<cc-hangup-button></cc-hangup-button>`;
    return [
      { name: 'in call', template: call(button), width: 96 },
      { name: 'ending', template: call(button, { pending: 'hangup' }), width: 96 },
      { name: 'ended: nothing', template: call(button, { phase: 'ended' }), width: 96 },
    ];
  },
};
