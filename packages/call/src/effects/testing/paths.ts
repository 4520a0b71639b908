/** Where the face is at a time, in pixels of 1280 × 720, how large the person is drawn, and how they lean in degrees. */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly lean: number;
}

export type ClipName = 'talk' | 'move' | 'leave' | 'two' | 'hand';

const wave = (t: number, hz: number, phase = 0) => Math.sin(2 * Math.PI * hz * t + phase);
export const ease = (value: number): number => {
  const t = Math.min(1, Math.max(0, value));
  return t * t * (3 - 2 * t);
};

const keys: readonly (readonly [t: number, x: number, y: number, scale: number])[] = [
  [0, 640, 300, 1.7],
  [2, 640, 300, 1.7],
  [2.7, 400, 310, 1.7],
  [5.5, 400, 310, 1.7],
  [6.2, 860, 320, 1.6],
  [9, 860, 320, 1.6],
  [9.8, 560, 260, 1.25],
  [12, 560, 260, 1.25],
];

function moving(t: number): Pose {
  const next = Math.max(
    1,
    keys.findIndex(([at]) => at >= t),
  );
  const [a, b] = [keys[next - 1]!, keys[next]!];
  const u = ease((t - a[0]) / (b[0] - a[0]));
  const between = (i: 1 | 2 | 3) => a[i] + (b[i] - a[i]) * u;
  return {
    x: between(1) + 5 * wave(t, 0.5),
    y: between(2) + 3 * wave(t, 0.7),
    scale: between(3),
    lean: 2 * wave(t, 0.3),
  };
}

function leaving(t: number): number {
  if (t < 2) return 640;
  if (t < 3.2) return 640 + ease((t - 2) / 1.2) * 1100;
  if (t < 5) return -460;
  return t < 6.2 ? -460 + ease((t - 5) / 1.2) * 1000 : 540;
}

/** The person the camera is for: sways, steps about, walks out and comes back, or stays while others do something. */
export const poseAt: Readonly<Record<ClipName, (t: number) => Pose>> = {
  talk: (t) => ({
    x: 640 + 22 * wave(t, 0.31) + 8 * wave(t, 0.9, 1),
    y: 300 + 9 * wave(t, 0.43, 0.5),
    scale: 1.95 + 0.03 * wave(t, 0.21),
    lean: 2.5 * wave(t, 0.27),
  }),
  move: moving,
  leave: (t) => ({ x: leaving(t), y: 300, scale: 1.7, lean: 0 }),
  two: (t) => ({ x: 720 + 10 * Math.sin(2 * t), y: 310, scale: 1.7, lean: 0 }),
  hand: (t) => ({ x: 600 + 10 * Math.sin(2 * t), y: 340, scale: 1.6, lean: 0 }),
};

/** A second, taller person who comes in behind on the left and goes again. */
export const otherAt = (t: number): Pose => ({
  x: t < 6 ? -100 + ease((t - 1) / 2) * 380 : 280 - ease((t - 6) / 1.5) * 500,
  y: 240,
  scale: 1.05,
  lean: 0,
});

/** A hand that is raised beside the head and waves: centre of its palm. */
export const handAt = (t: number): Pose => {
  const up = ease((t - 1) / 0.5) - ease((t - 4) / 0.5);
  return { x: 900 + 60 * Math.sin(6 * t) * up, y: 900 - up * 780, scale: 1.6, lean: 8 * Math.sin(6 * t) };
};
