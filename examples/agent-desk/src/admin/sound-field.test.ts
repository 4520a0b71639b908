import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { uploadBench } from '../testing/upload-bench.js';
import type { AdminApi } from './admin-api.js';
import './sound-field.js';
import type { SoundField } from './sound-field.js';

const [first, second] = [`snd_${'A'.repeat(22)}`, `snd_${'B'.repeat(22)}`];

/** The start of an Ogg file with Opus in it, and so many bytes of what follows; without any there is nothing to hear. */
const ogg = (bytes: number) => {
  const header = ['OggS', new Uint8Array(22), Uint8Array.of(1, 8), 'OpusHead'];
  const more = bytes === 0 ? [] : ['OggS', new Uint8Array(bytes - 4)];
  return new File([...header, ...more], '../x.ogg', { type: 'audio/ogg' });
};

async function setup(value: string | null = first) {
  const sent: string[] = [];
  const api = {
    soundUrl: () => 'data:,',
    uploadSound: (file: File) => (sent.push(file.name), Promise.resolve({ id: second })),
  } as unknown as AdminApi;
  const element = await fixture<SoundField>(
    html`<desk-sound-field .api=${api} label="Music" .value=${value}></desk-sound-field>`,
  );
  return { ...uploadBench(element), sent };
}

describe('the field of a sound (HLD-7)', () => {
  it('uploads what is chosen, and says its id', async () => {
    const { element, choose, sent } = await setup();
    const saying = oneEvent<CustomEvent<string>>(element, 'desk-file');
    choose(ogg(1_000));
    expect((await saying).detail).to.equal(second);
    expect(sent).to.have.length(1);
  });

  for (const [what, file, words] of [
    ['text', new File(['hi'], 'a.wav', { type: 'audio/wav' }), 'no WAV, MP3, Ogg or M4A'],
    ['silence of no length', ogg(0), 'no sound in the file'],
    ['more than five megabytes', ogg(5 * 1_024 * 1_024), 'larger than 5 MB'],
  ] as const)
    it(`refuses ${what} before it is sent, and keeps the sound there was`, async () => {
      const { choose, alert, sent, reported, root } = await setup();
      choose(file);
      await waitUntil(() => alert().includes(words), words);
      expect([sent, reported]).to.eql([[], []]);
      expect(root.querySelector('audio')).not.to.equal(null);
    });

  it('lets what is there be listened to, and nothing where there is nothing', async () => {
    const { element, root } = await setup();
    expect(root.querySelector('audio')?.ariaLabel).to.equal('Play music');
    element.value = null;
    await element.updateComplete;
    expect(root.querySelector('audio')).to.equal(null);
  });

  it('is accessible, with a sound and without', async () => {
    for (const value of [first, null]) await expect((await setup(value)).element).to.be.accessible();
  });
});
