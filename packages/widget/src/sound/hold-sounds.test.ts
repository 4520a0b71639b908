import { expect } from '@open-wc/testing';
import { announce } from './announce.js';
import { playFile } from './play-file.js';
import { localVoice, speak } from './speak.js';

/** A WAV of a pure tone, one channel of 16 bits. */
function wavUrl(seconds: number, hz: number): string {
  const [rate, length] = [8_000, Math.round(8_000 * seconds)];
  const view = new DataView(new ArrayBuffer(44 + 2 * length));
  const text = (at: number, word: string) => [...word].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + 2 * length, true);
  text(8, 'WAVEfmt ');
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, 2 * rate],
    [40, 2 * length],
  ] as const)
    view.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    view.setUint16(at, value, true);
  text(36, 'data');
  for (let i = 0; i < length; i++) view.setInt16(44 + 2 * i, 16_000 * Math.sin((2 * Math.PI * hz * i) / rate), true);
  return URL.createObjectURL(new Blob([view], { type: 'audio/wav' }));
}

describe('the sounds of a hold (HLD-7)', () => {
  let context: AudioContext;
  let music: GainNode;
  beforeEach(() => {
    context = new AudioContext();
    music = new GainNode(context);
    music.connect(context.destination);
  });
  afterEach(() => context.close());
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  async function until(holds: () => boolean) {
    while (!holds()) await frame();
  }

  it('play a file to its end', async () => {
    expect(await playFile(context.destination, wavUrl(0.2, 440)).over).to.equal(true);
  });

  it('say of a file that it cannot be played', async () => {
    const url = URL.createObjectURL(new Blob(['hello'], { type: 'audio/wav' }));
    expect(await playFile(context.destination, url).over).to.equal(false);
    expect(await playFile(context.destination, '/no-such-sound').over).to.equal(false);
  });

  it('are heard in the graph until they are stopped, round and round', async () => {
    const analyser = new AnalyserNode(context, { fftSize: 2048, smoothingTimeConstant: 0 });
    const samples = new Float32Array(2048);
    const loudest = () => {
      analyser.getFloatTimeDomainData(samples);
      return samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    };
    const file = playFile(analyser, wavUrl(0.2, 440), { loop: true });
    await until(() => loudest() > 0.3);
    const start = context.currentTime;
    await until(() => context.currentTime > start + 0.6 && loudest() > 0.3);
    file.stop();
    await until(() => loudest() < 0.001);
  });

  it('are lowered while something is announced, which comes again, until the hold ends', async () => {
    const end = new AbortController();
    const announcement = { url: wavUrl(0.6, 880), words: '', language: 'en', everyMs: 100 };
    const announcing = announce(music, announcement, end.signal);
    for (let time = 0; time < 2; time++) {
      await until(() => music.gain.value < 0.3);
      await until(() => music.gain.value > 0.5);
    }
    end.abort();
    await announcing;
  });

  it('go on where an announcement cannot be played', async () => {
    const end = new AbortController();
    const announcing = announce(music, { url: '/no-such', words: '', language: 'en', everyMs: 60_000 }, end.signal);
    await until(() => music.gain.value > 0.9);
    end.abort();
    await announcing;
  });

  it('are spoken by a voice of this device and of this language, never by a service', async () => {
    const voice = (lang: string, localService: boolean) => ({ lang, localService }) as SpeechSynthesisVoice;
    const [service, own, other] = [voice('de-DE', false), voice('de_AT', true), voice('en-GB', true)];
    expect(localVoice([service, own, other], 'de')).to.equal(own);
    expect(localVoice([service, other], 'de')).to.equal(null);
    expect(localVoice([voice('zh-TW', true)], 'zh-Hant')?.lang).to.equal('zh-TW');
    expect(await speak('Hallo', 'xx', new AbortController().signal)).to.equal(false);
  });
});
