/** Loudness below which the meter stands still, and at which it is full, in decibels of full scale. */
const [quietDb, loudDb] = [-60, -12];

/** A level from 0 to 1 for samples between -1 and 1: even steps of what an ear hears. */
export function toLevel(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const db = 10 * Math.log10(sum / Math.max(1, samples.length));
  return Math.min(1, Math.max(0, (db - quietDb) / (loudDb - quietDb)));
}

/** Reads a track's level with every frame that is drawn, until the returned function is called. */
export function measureLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) });
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let frame = 0;
  const read = () => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(track.enabled && track.readyState === 'live' ? toLevel(samples) : 0);
    frame = requestAnimationFrame(read);
  };
  read();
  // A context made before any gesture sleeps; a page that may use a microphone may wake it.
  context.resume().catch(() => undefined);
  return () => {
    cancelAnimationFrame(frame);
    source.disconnect();
    context.close().catch(() => undefined);
  };
}
