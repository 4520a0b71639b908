import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { define } from '../element.js';
import { soundRuns } from '../testing/sound-runs.js';
import { CcLevelMeter } from './level-meter.js';
import { toLevel } from './measure-level.js';

const itWithSound = soundRuns ? it : it.skip;

define(CcLevelMeter);

const contexts: AudioContext[] = [];

/** A track that carries a tone at a volume. */
async function tone(gain: number): Promise<MediaStreamTrack> {
  const context = new AudioContext();
  contexts.push(context);
  const oscillator = new OscillatorNode(context, { frequency: 440 });
  const destination = new MediaStreamAudioDestinationNode(context);
  oscillator.connect(new GainNode(context, { gain })).connect(destination);
  oscillator.start();
  await context.resume();
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new Error('no track');
  return track;
}

const setup = async (track: MediaStreamTrack | null) => {
  const host = await fixture<CcLevelMeter>(html`<cc-level-meter .track=${track}></cc-level-meter>`);
  const meter = host.renderRoot.querySelector('[role=meter]') as HTMLElement;
  const bar = host.renderRoot.querySelector('.bar') as HTMLElement;
  return { host, meter, level: () => Number(bar.style.getPropertyValue('--cc-level')) };
};

describe('cc-level-meter', () => {
  after(() => Promise.all(contexts.map((context) => context.close())));

  itWithSound('moves when there is sound', async () => {
    const { level, meter } = await setup(await tone(0.5));
    await waitUntil(() => level() > 0.7);
    await waitUntil(() => Number(meter.ariaValueNow) > 70);
  });

  itWithSound('says once that a track is heard, and again of another one', async () => {
    const { host } = await setup(null);
    let heard = 0;
    host.addEventListener('cc-sound-heard', () => heard++);
    host.track = await tone(0.5);
    await waitUntil(() => heard === 1);
    host.track = await tone(0);
    await host.updateComplete;
    host.track = await tone(0.5);
    await waitUntil(() => heard === 2);
  });

  itWithSound('stands still without sound', async () => {
    const { level, meter } = await setup(await tone(0));
    expect(level()).to.equal(0);
    expect(meter.ariaValueNow).to.equal('0');
  });

  itWithSound('stands at zero for a track that is switched off or has ended', async () => {
    const track = await tone(0.5);
    const { level } = await setup(track);
    await waitUntil(() => level() > 0.5);
    track.enabled = false;
    await waitUntil(() => level() === 0);
    track.enabled = true;
    await waitUntil(() => level() > 0.5);
    track.stop();
    await waitUntil(() => level() === 0);
  });

  itWithSound('goes back to zero without a track, and never stops the track itself', async () => {
    const track = await tone(0.5);
    const { host, level } = await setup(track);
    await waitUntil(() => level() > 0.5);
    host.track = null;
    await host.updateComplete;
    expect(level()).to.equal(0);
    host.remove();
    expect(track.readyState).to.equal('live');
  });

  itWithSound('measures again after a move in the page', async () => {
    const { host, level } = await setup(await tone(0.5));
    const place = await fixture(html`<section></section>`);
    place.append(host);
    (host.renderRoot.querySelector('.bar') as HTMLElement).style.setProperty('--cc-level', '0');
    await waitUntil(() => level() > 0.5);
  });

  it('shows a level that is measured elsewhere', async () => {
    const { host, level, meter } = await setup(null);
    host.level = 0.4;
    await host.updateComplete;
    expect([level(), meter.ariaValueNow]).to.deep.equal([0.4, '40']);
  });

  it('is a meter with a name and a range', async () => {
    const { meter } = await setup(null);
    expect([meter.role, meter.ariaLabel, meter.ariaValueMin, meter.ariaValueMax]).to.deep.equal([
      'meter',
      'Microphone level',
      '0',
      '100',
    ]);
  });
});

describe('a level', () => {
  const sine = (amplitude: number) => Float32Array.from({ length: 480 }, (_, i) => amplitude * Math.sin(i / 3));
  it('is 0 for silence and for nothing, 1 for loud speech', () => {
    expect([toLevel(new Float32Array(480)), toLevel(new Float32Array(0)), toLevel(sine(1))]).to.deep.equal([0, 0, 1]);
  });

  it('rises by even steps as an ear hears', () => {
    const step = toLevel(sine(0.02)) - toLevel(sine(0.01));
    expect(toLevel(sine(0.04)) - toLevel(sine(0.02))).to.be.closeTo(step, 0.01);
    expect(step).to.be.greaterThan(0.1);
  });
});
