import type { ElementStates } from '@carillon/call';
import { html } from 'lit';
import { linkState } from '../../testing/link-state.js';
import { SilentSound } from '../../testing/silent-sound.js';
import { CcCallBack } from '../call-back/call-back.js';
import { CcWaitingRoom } from './waiting-room.js';

const element = (plays = true) => html`<cc-waiting-room .sound=${new SilentSound(plays)}></cc-waiting-room>`;
const height = 640;

export const states: ElementStates = {
  title: 'cc-waiting-room',
  render() {
    const state = linkState(CcWaitingRoom, CcCallBack);
    const at = (position: number, medium: 'audio' | 'video' = 'video') => ({
      call: { state: 'queued', position, medium } as const,
    });
    return [
      { name: 'second', template: state(element(), at(2)), height },
      { name: 'next, audio', template: state(element(), at(1, 'audio')), height },
      {
        name: 'with music',
        template: state(element(), { call: { state: 'queued', position: 2, waitingSound: 'music' } }),
        height,
      },
      { name: 'number 14', template: state(element(), at(14)), height },
      { name: 'ringing blocked by the browser', template: state(element(false), at(1)), height },
      {
        name: 'reconnecting',
        template: state(element(), {
          ...at(2),
          then: async (world) => {
            await world.until(({ snapshot }) => snapshot.connection === 'live');
            world.server.refuse.set('events', 'rate_limited');
            world.server.down = true;
            world.server.cut();
          },
        }),
        height,
      },
      {
        name: 'long queue name, narrow',
        template: state(element(), {
          call: { state: 'queued', position: 2, queueName: 'Störungsannahme und Vertragsangelegenheiten Privatkunden' },
          lang: 'de',
        }),
        width: 320,
        height,
      },
      { name: 'right to left', template: state(element(), { ...at(3), lang: 'ar' }), height },
    ];
  },
};
