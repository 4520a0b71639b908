import { html } from 'lit';
import type { ElementStates } from '../states.js';
import { inCall } from '../testing/in-call.js';
import { CcShareButton } from './share-button.js';

export const states: ElementStates = {
  title: 'cc-share-button',
  render() {
    const call = inCall(CcShareButton);
    const button = html`<cc-share-button></cc-share-button>`;
    const agent = html`<cc-share-button density="agent"></cc-share-button>`;
    return [
      { name: 'nothing shared', template: call(button, { mayShare: true }), width: 96 },
      { name: 'choosing', template: call(button, { mayShare: true, pending: 'share' }), width: 96 },
      { name: 'sharing', template: call(button, { mayShare: true, local: { screen: 'on' } }), width: 96 },
      { name: 'for agents', template: call(agent, { mayShare: true }), width: 96 },
    ];
  },
};
