import { html, type TemplateResult } from 'lit';
import type { ElementStates } from '../states.js';
import type { CallChange } from '../testing/fake-call.js';
import { inCall, longName } from '../testing/in-call.js';
import { CcParticipantTile } from './participant-tile.js';

const room = (tile: TemplateResult, height = 180) => html`<div .style.blockSize=${`${height}px`}>${tile}</div>`;

export const states: ElementStates = {
  title: 'cc-participant-tile',
  render() {
    const call = inCall(CcParticipantTile);
    const tile = (change: CallChange, identity = 'agent-1') =>
      call(room(html`<cc-participant-tile .identity=${identity}></cc-participant-tile>`), change);
    const small = room(html`<cc-participant-tile .identity=${'agent-1'}></cc-participant-tile>`, 82);
    return [
      { name: 'picture', template: tile({ remote: { camera: 'on' } }), width: 280 },
      { name: 'no picture', template: tile({}), width: 280 },
      { name: 'speaking', template: tile({ remote: { camera: 'on', speaking: true } }), width: 280 },
      { name: 'muted, weak', template: tile({ remote: { microphone: 'muted', quality: 'poor' } }), width: 280 },
      { name: 'long name', template: tile({ remote: { name: longName, microphone: 'muted' } }), width: 280 },
      { name: 'no name', template: tile({ remote: { name: null } }), width: 280 },
      { name: 'yourself', template: tile({}, ''), width: 280 },
      { name: 'small', template: call(small, { remote: { name: longName, microphone: 'muted' } }), width: 110 },
    ];
  },
};
