import type { Page } from '@playwright/test';
import { defineLevel } from './level.js';

/** What a side sends: a pure tone and a picture that changes with every frame. */
export interface Signal {
  readonly toneHz: number;
  readonly colour: string;
}

export const signals = {
  agent: { toneHz: 1000, colour: '#2244aa' },
  customer: { toneHz: 440, colour: '#aa4422' },
  colleague: { toneHz: 1700, colour: '#22aa44' },
} as const;

declare global {
  interface Window {
    /** Level of a tone in everything heard, in dB relative to full scale; -Infinity for digital silence. */
    ccHeard(toneHz: number): number;
    /**
     * Listens for a tone every 10 ms from now on, through reloads of this tab; `ccLeaks` says what was heard since.
     */
    ccListen(toneHz: number): void;
    ccLeaks(): { samples: number; loudest: number };
    /** Ends the shared screen as the browser's own bar does. */
    ccStopScreen(): void;
    /** Decoded frames of all received video so far. */
    ccFrames(): Promise<number>;
    /** Audio packets received so far. */
    ccAudioPackets(): Promise<number>;
    /** How many tracks of sound this page was ever given to play. */
    ccSounds(): number;
    /** How many connections to the media server stand. */
    ccConnected(): number;
    /** How many microphones were asked for and are still live. */
    ccLiveMicrophones(): number;
    /** Reports of Content Security Policy and Trusted Types, which must stay empty. */
    ccReports: string[];
    /** Sounds started through Web Audio that are not connected to a test's own graph. */
    ccOscillators: number;
  }
}

/**
 * Runs in the page before its scripts: replaces the devices by a tone and a moving picture, and listens to every
 * received track. The application is untouched; it calls getUserMedia and RTCPeerConnection as always.
 */
function instrument({ toneHz, colour }: Signal): void {
  window.ccReports = [];
  window.addEventListener('securitypolicyviolation', (event) =>
    window.ccReports.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
  );
  window.ccOscillators = 0;
  const start = OscillatorNode.prototype.start;
  const connections: RTCPeerConnection[] = [];
  /** What listens to each received track, until it ends: a track that has ended has no sound, and listening costs time. */
  const listeners = new Map<MediaStreamTrack, { readonly source: AudioNode; readonly analyser: AnalyserNode }>();
  let sounds = 0;
  const microphones: MediaStreamTrack[] = [];
  let context: AudioContext | undefined;
  const audio = () => (context ??= new AudioContext());

  const tone = () => {
    const oscillator = new OscillatorNode(audio(), { frequency: toneHz });
    const out = audio().createMediaStreamDestination();
    oscillator.connect(new GainNode(audio(), { gain: 0.5 })).connect(out);
    start.call(oscillator);
    const track = out.stream.getAudioTracks()[0]!;
    microphones.push(track);
    return track;
  };
  const picture = () => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const pen = canvas.getContext('2d')!;
    let frame = 0;
    const draw = () => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = '#ffffff';
      pen.fillRect((frame * 8) % 640, 120, 80, 120);
      frame++;
    };
    draw();
    const track = canvas.captureStream(15).getVideoTracks()[0]!;
    const timer = setInterval(() => (track.readyState === 'ended' ? clearInterval(timer) : draw()), 66);
    return track;
  };
  navigator.mediaDevices.getUserMedia = (constraints) => {
    const tracks = [...(constraints?.audio ? [tone()] : []), ...(constraints?.video ? [picture()] : [])];
    return Promise.resolve(new MediaStream(tracks));
  };
  // A headless browser has no screen to choose: what is chosen is drawn, and it is ended as the browser's bar would.
  navigator.mediaDevices.getDisplayMedia = () => {
    const track = picture();
    window.ccStopScreen = () => {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    };
    return Promise.resolve(new MediaStream([track]));
  };
  OscillatorNode.prototype.start = function (...args) {
    window.ccOscillators++;
    this.addEventListener('ended', () => window.ccOscillators--);
    return start.apply(this, args);
  };
  const Original = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Original {
    constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...args);
      connections.push(this);
      this.addEventListener('track', ({ track }) => {
        if (track.kind !== 'audio') return;
        const analyser = new AnalyserNode(audio(), { fftSize: 4096, smoothingTimeConstant: 0 });
        const source = audio().createMediaStreamSource(new MediaStream([track]));
        source.connect(analyser);
        sounds++;
        listeners.set(track, { source, analyser });
      });
    }
  };
  const stats = async (type: 'audio' | 'video', field: 'framesDecoded' | 'packetsReceived') => {
    let sum = 0;
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue;
      for (const entry of (await connection.getStats()).values() as Iterable<RTCInboundRtpStreamStats>)
        if (entry.type === 'inbound-rtp' && entry.kind === type) sum += entry[field] ?? 0;
    }
    return sum;
  };
  window.ccHeard = (hz) => {
    for (const [track, { source }] of listeners) {
      if (track.readyState !== 'ended') continue;
      source.disconnect();
      listeners.delete(track);
    }
    return window.ccLevel(
      [...listeners.values()].map(({ analyser }) => analyser),
      hz,
    );
  };
  let [samples, loudest] = [0, -Infinity];
  let listening: ReturnType<typeof setInterval> | undefined;
  const listen = (hz: number) => {
    [samples, loudest] = [0, -Infinity];
    clearInterval(listening);
    listening = setInterval(() => {
      samples++;
      loudest = Math.max(loudest, window.ccHeard(hz));
    }, 10);
  };
  window.ccListen = (hz) => {
    sessionStorage.setItem('cc-listen', `${hz}`);
    listen(hz);
  };
  window.ccLeaks = () => ({ samples, loudest });
  let before: string | null = null;
  try {
    before = sessionStorage.getItem('cc-listen');
  } catch {
    // An empty page has no storage, and a browser may be told to keep nothing.
  }
  if (before !== null) listen(Number(before));
  window.ccFrames = () => stats('video', 'framesDecoded');
  window.ccSounds = () => sounds;
  window.ccAudioPackets = () => stats('audio', 'packetsReceived');
  window.ccConnected = () => connections.filter(({ connectionState }) => connectionState === 'connected').length;
  window.ccLiveMicrophones = () => microphones.filter((track) => track.readyState === 'live').length;
}

/** Gives a page its signal. Call before the page goes anywhere. */
export async function instrumentPage(page: Page, signal: Signal): Promise<void> {
  await page.addInitScript(defineLevel);
  await page.addInitScript(instrument, signal);
}

/** Level of a tone as the page hears it now, in dB. Around -12 while the other side sends it, below -90 in silence. */
export const heard = (page: Page, { toneHz }: Signal) => page.evaluate((hz) => window.ccHeard(hz), toneHz);

/** Listens at a page for a tone from now on, through its reloads. */
export const listen = (page: Page, { toneHz }: Signal) => page.evaluate((hz) => window.ccListen(hz), toneHz);

/** What has been heard since: how often it was listened, and the loudest of all, in dB. */
export const leaks = (page: Page) => page.evaluate(() => window.ccLeaks());

/** Decoded frames so far. */
export const frames = (page: Page) => page.evaluate(() => window.ccFrames());

/** Wall-clock time, in ms, at which a page first hears a tone. The pages of one machine share the clock. */
export const hearsAt = (page: Page, { toneHz }: Signal): Promise<number> =>
  page.evaluate(
    (hz) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now();
        const look = setInterval(() => {
          if (window.ccHeard(hz) > -40) {
            clearInterval(look);
            resolve(performance.timeOrigin + performance.now());
          } else if (performance.now() - start > 20_000) {
            clearInterval(look);
            reject(new Error('nothing heard in 20 s'));
          }
        }, 5);
      }),
    toneHz,
  );

/** The longest time, in ms, for which a page did not hear a tone while it listened. Listen in a tab at the front. */
export const longestPause = (page: Page, { toneHz }: Signal, forMs: number): Promise<number> =>
  page.evaluate(
    ([hz, lasting]) =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        let [last, longest] = [start, 0];
        const look = setInterval(() => {
          const now = performance.now();
          if (window.ccHeard(hz) > -40) last = now;
          longest = Math.max(longest, now - last);
          if (now - start < lasting) return;
          clearInterval(look);
          resolve(Math.round(longest));
        }, 5);
      }),
    [toneHz, forMs] as const,
  );
