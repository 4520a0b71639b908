/** Records a microphone for a moment and plays it back. */
export interface VoiceRecorder {
  /** Whether this browser can. */
  readonly able: boolean;
  /** Records a track until the time is over; rejects when it cannot be recorded, or the signal fires. */
  record(track: MediaStreamTrack, ms: number, signal: AbortSignal): Promise<Blob>;
  /** Plays a recording through a loudspeaker, '' is the system's default; resolves at its end, or when the signal fires. */
  play(recording: Blob, speakerId: string, signal: AbortSignal): Promise<void>;
}

interface SinkContext extends AudioContext {
  setSinkId?(deviceId: string): Promise<void>;
}

/** What browsers keep sound in. Any of them will do, as who recorded it plays it. */
const containers = ['audio/webm', 'audio/mp4', 'audio/ogg'];

/** The browser's own. A recording is kept in memory, and decoded from there: no address of it ever exists. */
export const browserRecorder: VoiceRecorder = {
  get able() {
    // WebKitGTK may have the class and nothing that it could write with.
    return typeof MediaRecorder === 'function' && containers.some((type) => MediaRecorder.isTypeSupported(type));
  },

  record(track, ms, signal) {
    return new Promise((done, fail) => {
      const recorder = new MediaRecorder(new MediaStream([track]));
      const parts: Blob[] = [];
      const stop = () => {
        if (recorder.state !== 'inactive') recorder.stop();
      };
      const timer = setTimeout(stop, ms);
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
      recorder.addEventListener('error', () => fail(new DOMException('The recording failed.', 'UnknownError')));
      // Also where the microphone is unplugged: then what was recorded so far is played.
      recorder.addEventListener('stop', () => {
        clearTimeout(timer);
        if (signal.aborted) fail(new DOMException('The recording was canceled.', 'AbortError'));
        else done(new Blob(parts, { type: recorder.mimeType }));
      });
      signal.addEventListener('abort', stop);
      recorder.start();
    });
  },

  async play(recording, speakerId, signal) {
    const context: SinkContext = new AudioContext();
    try {
      await context.resume();
      // One that is unplugged leaves the choice to the system.
      if (speakerId) await context.setSinkId?.(speakerId).catch(() => undefined);
      const buffer = await context.decodeAudioData(await recording.arrayBuffer());
      if (signal.aborted) return;
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(context.destination);
      source.start();
      await new Promise<void>((done) => {
        source.addEventListener('ended', () => done());
        signal.addEventListener('abort', () => done());
      });
    } finally {
      await context.close();
    }
  },
};
