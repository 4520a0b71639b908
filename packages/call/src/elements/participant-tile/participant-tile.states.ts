import { html } from 'lit';
import type { ElementStates } from '../states.js';
import type { CallChange } from '../testing/fake-call.js';
import { inCall, longName } from '../testing/in-call.js';
import { CcParticipantTile } from './participant-tile.js';

export const states: ElementStates = {
  title: 'cc-participant-tile',
  render() {
    const call = inCall(CcParticipantTile);
    const tile = (name: string, change: CallChange, identity = 'agent-1') => ({
      name,
      template: call(html`<cc-participant-tile .identity=${identity}></cc-participant-tile>`, change),
      width: 280,
      height: 180,
    });
    const small = tile('small', { remote: { name: longName, microphone: 'muted' } });
    return [
      tile('picture', { remote: { camera: 'on' } }),
      tile('no picture', {}),
      tile('speaking', { remote: { camera: 'on', speaking: true } }),
      tile('muted, weak', { remote: { microphone: 'muted', quality: 'poor' } }),
      tile('long name', { remote: { name: longName, microphone: 'muted' } }),
      tile('no name', { remote: { name: null } }),
      tile('yourself', {}, ''),
      { ...small, width: 110, height: 82 },
    ];
  },
};
