/**
 * Runs in the browser: one contender over a camera's life, sent to a receiver in the same page: off and on, behind another
 * tab, and gone for good.
 */
import { loopback } from '../../packages/call/src/effects/testing/loopback.js';
import { camera, starts, streams, type Contender, type Running } from './contenders.js';

declare global {
  interface Window {
    /** Starts on a clip of this height, or on the browser's own camera, whose pace no hidden tab changes; `sent`: in a call. */
    lifeStart(contender: Contender, from: number | 'device', sent?: 'sent'): Promise<void>;
    /** Another contender takes the same camera. */
    lifeAdd(contender: Contender): Promise<void>;
    /** Frames that have come out. */
    lifeMade(): number;
    /** Turns the camera off and on again; ms until the receiver has the first frame of the new camera. */
    lifeOffAndOn(): Promise<number>;
    lifeDestroy(): Promise<void>;
  }
}

let made = 0;
let received = 0;
let running: Running | null = null;
let source: MediaStreamTrack | null = null;
let height = 0;
let arrived: () => void = () => undefined;
let line: Awaited<ReturnType<typeof loopback>> | null = null;

/** Counts what a contender makes, as long as it is the one that is looked at. */
function count(one: Running): void {
  running = one;
  void look(one.track.clone(), () => void (one === running && made++));
}

async function look(track: MediaStreamTrack, each: () => void): Promise<void> {
  const reader = new streams.Processor({ track }).readable.getReader();
  for (;;) {
    const { value: frame } = await reader.read();
    if (!frame) return;
    frame.close();
    each();
  }
}

window.lifeMade = () => made;
window.lifeStart = async (contender, from, sent) => {
  source =
    from === 'device'
      ? (await navigator.mediaDevices.getUserMedia({ video: true })).getVideoTracks()[0]!
      : await camera(from);
  const one = await starts[contender](source);
  count(one);
  if (from === 'device') return;
  height = from;
  if (!sent) return;
  line = await loopback(one.track);
  void look(line.received, () => {
    received++;
    arrived();
  });
};

window.lifeAdd = async (contender) => {
  if (!source) throw new Error('there is no camera');
  count(await starts[contender](source));
};

window.lifeOffAndOn = async () => {
  if (!running || !source || !line) throw new Error('it has not started');
  running.pause();
  source.stop();
  const next = await camera(height);
  await line.replace(null);
  // What was on the way has arrived once nothing more does.
  for (let before = -1; before !== received;) {
    before = received;
    await new Promise((done) => setTimeout(done, 1_000));
  }
  const first = new Promise<void>((resolve) => (arrived = resolve));
  source = next;
  const at = performance.now();
  await running.restart(source);
  await line.replace(running.track);
  await first;
  return performance.now() - at;
};

window.lifeDestroy = async () => {
  await line?.replace(null);
  await running?.destroy();
  running = null;
};
