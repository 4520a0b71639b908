import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { AdminApi } from './admin-api.js';
import './sound-field.js';
import type { SoundField } from './sound-field.js';

const [first, second] = [`snd_${'A'.repeat(22)}`, `snd_${'B'.repeat(22)}`];

/** A WAV file with so many bytes of sound. */
function wav(bytes: number): File {
  const file = new DataView(new ArrayBuffer(44 + bytes));
  for (const [at, text] of [
    [0, 'RIFF'],
    [8, 'WAVEfmt '],
    [36, 'data'],
  ] as const)
    for (const [i, letter] of [...text].entries()) file.setUint8(at + i, letter.charCodeAt(0));
  for (const [at, value] of [
    [4, 36 + bytes],
    [16, 16],
    [24, 8_000],
    [28, 16_000],
    [40, bytes],
  ] as const)
    file.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    file.setUint16(at, value, true);
  return new File([file.buffer], '../x.wav', { type: 'audio/wav' });
}

async function setup(value: string | null = first) {
  const sent: string[] = [];
  const api = {
    soundUrl: () => 'data:,',
    uploadSound: (file: File) => (sent.push(file.name), Promise.resolve({ id: second })),
  } as unknown as AdminApi;
  const element = await fixture<SoundField>(
    html`<desk-sound-field .api=${api} label="Music" .value=${value}></desk-sound-field>`,
  );
  const root = element.shadowRoot!;
  const reported: (string | null)[] = [];
  element.addEventListener('desk-file', (event) => reported.push((event as CustomEvent<string | null>).detail));
  const choose = (file: File) => {
    const files = new DataTransfer();
    files.items.add(file);
    const input = root.querySelector('input')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  };
  const alert = () => root.querySelector('[role=alert]')?.textContent ?? '';
  return { element, root, sent, reported, choose, alert };
}

describe('the field of a sound (HLD-7)', () => {
  it('uploads what is chosen, and says its id', async () => {
    const { element, choose, sent } = await setup();
    const saying = oneEvent<CustomEvent<string>>(element, 'desk-file');
    choose(wav(1_000));
    expect((await saying).detail).to.equal(second);
    expect(sent).to.have.length(1);
  });

  for (const [what, file, words] of [
    ['text', new File(['hi'], 'a.wav', { type: 'audio/wav' }), 'no WAV, MP3, Ogg or M4A'],
    ['silence of no length', wav(0), 'no sound in the file'],
    ['more than five megabytes', wav(5 * 1_024 * 1_024), 'larger than 5 MB'],
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
