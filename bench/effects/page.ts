/** Runs in the browser: one contender on a clip's frames, from track to track, as in a call. */
import { camera, starts, streams, type Contender } from './contenders.js';

declare global {
  interface Window {
    benchStart(contender: Contender, height: number): Promise<void>;
    /** Frames that came out so far, and when the first did, in ms after the start. */
    benchFrames(): { readonly made: number; readonly firstMs: number | null };
  }
}

const state = { made: 0, firstMs: null as number | null, startedAt: 0 };
window.benchFrames = () => ({ made: state.made, firstMs: state.firstMs });

async function count(track: MediaStreamTrack): Promise<void> {
  const reader = new streams.Processor({ track }).readable.getReader();
  for (;;) {
    const { value: frame } = await reader.read();
    if (!frame) return;
    frame.close();
    state.made++;
    state.firstMs ??= performance.now() - state.startedAt;
  }
}

window.benchStart = async (contender, height) => {
  const track = await camera(height);
  state.startedAt = performance.now();
  const { track: made } = await starts[contender](track);
  void count(made);
};
