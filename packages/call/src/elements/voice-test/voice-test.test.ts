import { expect, html } from '@open-wc/testing';
import { makeSound } from '../../media/testing/make-tracks.js';
import { callFixture, wordsOf } from '../testing/call-fixture.js';
import { leftOut } from '../testing/left-out.js';
import { soundRuns } from '../testing/sound-runs.js';
import { CcVoiceTest, recordMs } from './voice-test.js';
import { browserRecorder, type VoiceRecorder } from './voice-recorder.js';

const noContainer = 'the MediaRecorder has no container to record into';
const itWithSound = soundRuns ? it : it.skip;

/** A track that carries a tone, once its context is awake. */
const tone = () => {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  oscillator.connect(out);
  oscillator.start();
  const [track] = out.stream.getAudioTracks();
  if (!track) throw new Error('no track');
  return { track, awake: context.resume(), stop: () => context.close() };
};

/** A recorder whose steps a test ends; it writes down what it is asked. */
class FakeRecorder implements VoiceRecorder {
  able = true;
  readonly asked: string[] = [];
  readonly signals: AbortSignal[] = [];
  #done: (value: Blob) => void = () => undefined;
  #fail: () => void = () => undefined;

  record(_track: MediaStreamTrack, ms: number, signal: AbortSignal): Promise<Blob> {
    this.asked.push(`record ${ms}`);
    return this.#wait(signal);
  }

  async play(recording: Blob, speakerId: string, signal: AbortSignal): Promise<void> {
    this.asked.push(`play ${recording.size} on ${speakerId || 'default'}`);
    await this.#wait(signal);
  }

  end(): void {
    this.#done(new Blob(['abc']));
  }

  fail(): void {
    this.#fail();
  }

  #wait(signal: AbortSignal): Promise<Blob> {
    this.signals.push(signal);
    return new Promise((done, fail) => {
      this.#done = done;
      this.#fail = () => fail(new Error('no'));
    });
  }
}

async function setup(recorder: VoiceRecorder = new FakeRecorder(), track: MediaStreamTrack | null = makeSound()) {
  const all = await callFixture<CcVoiceTest>(
    CcVoiceTest,
    html`<cc-voice-test speaker="out-2" .track=${track} .recorder=${recorder}></cc-voice-test>`,
  );
  const { host, root } = all;
  const button = () => root.querySelector('button') as HTMLButtonElement;
  const reaches = async (step: CcVoiceTest['step']) => {
    while (host.step !== step)
      await new Promise((done) =>
        new MutationObserver(done).observe(host, { attributes: true, attributeFilter: ['step'] }),
      );
    await host.updateComplete;
  };
  return { ...all, button, reaches, hint: () => wordsOf(root.querySelector('p') ?? root) };
}

describe('cc-voice-test (DEV-1)', () => {
  it('records a few seconds and plays them on the chosen speaker, then asks what was heard', async () => {
    const recorder = new FakeRecorder();
    const { button, reaches, hint, root } = await setup(recorder);
    const progress = () => root.querySelector('.progress') as HTMLElement;
    const shown = () => getComputedStyle(progress()).visibility === 'visible';
    expect(shown()).to.equal(false);
    const { top } = root.querySelector('p')!.getBoundingClientRect();
    expect(hint()).to.contain('stays on this device');
    button().click();
    await reaches('recording');
    expect(recorder.asked).to.deep.equal([`record ${recordMs}`]);
    expect([wordsOf(button()), button().ariaDisabled]).to.deep.equal(['Recording: say something', 'true']);
    expect(shown()).to.equal(true);
    expect(root.querySelector('p')?.getBoundingClientRect().top, 'nothing jumps').to.equal(top);
    recorder.end();
    await reaches('playing');
    expect(shown()).to.equal(false);
    expect(recorder.asked.at(-1)).to.equal('play 3 on out-2');
    recorder.end();
    await reaches('heard');
    expect(hint()).to.contain('Did you hear yourself?');
    expect([wordsOf(button()), button().ariaDisabled]).to.deep.equal(['Record and listen', 'false']);
  });

  it('records once, however often it is pressed', async () => {
    const recorder = new FakeRecorder();
    const { button, reaches } = await setup(recorder);
    button().click();
    await reaches('recording');
    button().click();
    expect(recorder.asked).to.have.length(1);
  });

  it('says so when it could not be recorded, and may be tried again', async () => {
    const recorder = new FakeRecorder();
    const { button, reaches, hint } = await setup(recorder);
    button().click();
    await reaches('recording');
    recorder.fail();
    await reaches('failed');
    expect(hint()).to.contain('could not be recorded');
    button().click();
    await reaches('recording');
  });

  it('ends where another microphone is chosen or the page goes, and plays nothing of it', async () => {
    const recorder = new FakeRecorder();
    const { button, reaches, host } = await setup(recorder);
    for (const leave of [() => (host.track = makeSound()), () => host.remove()]) {
      button().click();
      await reaches('recording');
      leave();
      await reaches('idle');
      expect(recorder.signals.at(-1)?.aborted).to.equal(true);
      recorder.end();
      await Promise.resolve();
      expect(host.step).to.equal('idle');
    }
    expect(recorder.asked.some((asked) => asked.startsWith('play'))).to.equal(false);
  });

  it('takes no room without a microphone, or where the browser cannot record', async () => {
    const { root } = await setup(new FakeRecorder(), null);
    expect(root.querySelector('button')).to.equal(null);
    const unable = await setup(Object.assign(new FakeRecorder(), { able: false }));
    expect(unable.root.querySelector('button')).to.equal(null);
  });
});

describe('the browser’s own recorder (DEV-1)', () => {
  it('is able only where there is something to record into', () => {
    const real = MediaRecorder.isTypeSupported.bind(MediaRecorder);
    const able = (supported: (type: string) => boolean) => {
      MediaRecorder.isTypeSupported = supported;
      return browserRecorder.able;
    };
    try {
      expect(able((type) => type === 'audio/mp4')).to.equal(true);
      expect(able((type) => type === '')).to.equal(false);
    } finally {
      MediaRecorder.isTypeSupported = real;
    }
  });

  itWithSound('records what is said and can play it to its end', async function () {
    if (!browserRecorder.able) leftOut(this, noContainer);
    const { track, awake, stop } = tone();
    await awake;
    const recording = await browserRecorder.record(track, 300, new AbortController().signal);
    expect(recording.size).to.be.greaterThan(100);
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await recording.arrayBuffer());
    const loudest = sound.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(loudest).to.be.greaterThan(0.05);
    await browserRecorder.play(recording, '', new AbortController().signal);
    expect(track.readyState).to.equal('live');
    await stop();
  });

  it('gives nothing once it is canceled', async function () {
    if (!browserRecorder.able) leftOut(this, noContainer);
    const canceled = new AbortController();
    const { track, stop } = tone();
    const recording = browserRecorder.record(track, 60_000, canceled.signal);
    canceled.abort();
    const name = await recording.then(
      () => 'recorded',
      (error: DOMException) => error.name,
    );
    expect(name).to.equal('AbortError');
    await stop();
  });
});
