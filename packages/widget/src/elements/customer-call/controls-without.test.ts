import type { JoinView } from '@carillon/contract';
import { expect } from '@open-wc/testing';
import { joinView } from '../../testing/link-fixtures.js';
import { controlsWithout } from './controls-without.js';

const all = { mute: true, camera: true, switchCamera: true, screenShare: true, chat: true, settings: true };

describe('the controls a link takes away (LNK-20)', () => {
  for (const [words, view, names] of [
    ['nothing where nothing is said', {}, []],
    ['nothing where all is allowed', { callOptions: all, media: 'both' }, []],
    ['mute', { callOptions: { ...all, mute: false } }, ['mic']],
    ['the camera', { callOptions: { ...all, camera: false } }, ['camera']],
    ['sharing a screen', { callOptions: { ...all, screenShare: false } }, ['share']],
    ['the camera of a link by sound only', { callOptions: all, media: 'audio' }, ['camera']],
    ['the camera once', { callOptions: { ...all, camera: false }, media: 'audio' }, ['camera']],
    ['both', { callOptions: { ...all, mute: false, camera: false } }, ['mic', 'camera']],
  ] as const satisfies readonly (readonly [string, Partial<JoinView>, readonly string[]])[])
    it(`are ${words}`, () => expect(controlsWithout(joinView(view))).to.deep.equal(names));

  it('are none before the link is known', () => expect(controlsWithout(null)).to.deep.equal([]));
});
