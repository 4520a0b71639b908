import { expect } from '@open-wc/testing';
import { FormError } from './admin-form.js';
import { choiceOf, settingsOf, type HoldChoice } from './hold-choice.js';

const [music, words] = [`snd_${'A'.repeat(22)}`, `snd_${'B'.repeat(22)}`];
const plain: HoldChoice = { sound: 'music', music: null, announces: 'none', announcement: null, everyMs: 30_000 };

describe('what customers hear on hold, as the form has it (HLD-7)', () => {
  for (const [title, settings, choice] of [
    ['built-in music', { holdSound: 'music', holdMusic: null, holdAnnouncement: null }, plain],
    ['ringing', { holdSound: 'ringing', holdMusic: null, holdAnnouncement: null }, { ...plain, sound: 'ringing' }],
    ['a file', { holdSound: 'music', holdMusic: music, holdAnnouncement: null }, { ...plain, music }],
    [
      'the built-in sentence',
      { holdSound: 'none', holdMusic: null, holdAnnouncement: { sound: null, everyMs: 15_000 } },
      { ...plain, sound: 'none', announces: 'built-in', everyMs: 15_000 },
    ],
    [
      'two files',
      { holdSound: 'music', holdMusic: music, holdAnnouncement: { sound: words, everyMs: 60_000 } },
      { sound: 'music', music, announces: 'file', announcement: words, everyMs: 60_000 },
    ],
  ] as const)
    it(`shows ${title}, and sends it back as it was`, () => {
      expect(choiceOf(settings)).to.eql(choice);
      expect(settingsOf(choice)).to.eql(settings);
    });

  it('begins with built-in music for a new queue', () => {
    expect(choiceOf(null)).to.eql(plain);
  });

  it('sends no music that is not to be heard, nor an announcement that was only tried', () => {
    const tried = { ...plain, sound: 'ringing', music, announces: 'none', announcement: words } as const;
    expect(settingsOf(tried)).to.eql({ holdSound: 'ringing', holdMusic: null, holdAnnouncement: null });
    const sentence = settingsOf({ ...tried, announces: 'built-in' });
    expect(sentence.holdAnnouncement).to.eql({ sound: null, everyMs: 30_000 });
  });

  it('asks for the file that is to be announced', () => {
    expect(() => settingsOf({ ...plain, announces: 'file' })).to.throw(FormError, /Choose the file/);
  });
});
