import { formatMessage } from '@carillon/call';
import { expect } from '@open-wc/testing';
import { customerCall } from '../../testing/link-fixtures.js';
import { strings } from '../localize/strings.js';
import { screenWords, type Say } from './screen-words.js';

const say: Say = (key, ...args) => formatMessage(strings[key], args[0] ?? {}, 'en');

describe('a screen in a few words', () => {
  for (const [screen, call, words] of [
    [{ name: 'loading' }, null, 'Opening your call link'],
    [{ name: 'notice', notice: 'used' }, null, 'This link has already been used'],
    [{ name: 'prejoin' }, null, 'Start your call'],
    [{ name: 'waiting' }, customerCall({ position: 1 }), 'You are next'],
    [{ name: 'waiting' }, customerCall({ position: 12 }), 'You are number 12 in line'],
    [{ name: 'in-call' }, customerCall({ state: 'active' }), 'In call with Ana Kovač'],
    [{ name: 'in-call' }, customerCall({ state: 'connecting', agentName: null }), 'In call with your agent'],
    [{ name: 'reconnecting' }, customerCall({ state: 'active' }), 'Reconnecting…'],
    [{ name: 'ended' }, customerCall({ state: 'ended' }), 'The call has ended'],
    [{ name: 'ended' }, customerCall({ state: 'ended', endReason: 'abandoned_in_queue' }), 'You left the line'],
  ] as const)
    it(`${screen.name}: "${words}"`, () => expect(screenWords(screen, { call }, say)).to.equal(words));
});
