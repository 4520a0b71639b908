import type { ElementStates } from '@carillon/call';
import { html } from 'lit';
import { fixtureNow } from '../../testing/link-fixtures.js';
import { linkState } from '../../testing/link-state.js';
import { SilentSound } from '../../testing/silent-sound.js';
import { CcCallBack } from '../call-back/call-back.js';
import type { Notifier } from './notifier.js';
import { CcWaitingRoom } from './waiting-room.js';

const notifier = (permission: Notifier['permission']): Notifier => ({
  permission,
  away: false,
  ask: () => Promise.resolve(),
  tell: () => undefined,
});
const element = (plays = true, permission: Notifier['permission'] = 'default') =>
  html`<cc-waiting-room .sound=${new SilentSound(plays)} .notifier=${notifier(permission)}></cc-waiting-room>`;
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
      {
        name: 'with an estimate',
        template: state(element(), { call: { state: 'queued', position: 3, expectedAt: fixtureNow + 270_000 } }),
        height,
      },
      {
        name: 'soon, and told of it',
        template: state(element(true, 'granted'), { call: { state: 'queued', position: 1, expectedAt: fixtureNow } }),
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
