import { clamp } from '../clamp.js';
import type { Head } from './head-tracker.js';
import { OneEuro } from './one-euro.js';
import { Spring } from './spring.js';

/** A part of the frame, in shares of it. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const wholeFrame: Crop = Object.freeze({ x: 0, y: 0, width: 1, height: 1 });

/** Where the face should be and how large, in shares of the picture that is sent. */
const aim = { x: 0.5, y: 0.42, faceHeight: 0.34, maxFaceHeight: 0.46 };
/** A crop cannot move at zoom 1, and is no longer sharp beyond 2.2. */
const zoom = { min: 1.2, max: 2.2, deadZone: 0.12 };
/** The camera man stands still until the face has left this, and again once it is this near. */
const deadZone = { leave: 0.05, arrive: 0.008 };
/** Seconds by which the camera man is ahead of a face that moves. */
const lead = 0.1;
/** How long the crop stays when the face is gone. */
const holdSeconds = 1.5;
/** How fast the crop moves at most, in shares of the frame a second. */
const maxSpeed = 2.5;
/** Head tracker to face centre, in face sizes (measured). */
const bias = { x: -0.01, y: 0.06 };

interface Face {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly speedX: number;
  readonly speedY: number;
}

/**
 * Keeps the face in the middle like a calm camera man: still while a person talks, following when they move, holding
 * when they are gone for a moment, wide when they stay away (effects.md §5). Pure: time comes as an argument.
 */
export class FaceFramer {
  readonly #x = new OneEuro({ minCutoff: 1.2, beta: 6, speedCutoff: 2 });
  readonly #y = new OneEuro({ minCutoff: 1.2, beta: 6, speedCutoff: 2 });
  readonly #height = new OneEuro({ minCutoff: 0.6, beta: 1, speedCutoff: 1 });
  readonly #springX = new Spring(0.5, 9);
  readonly #springY = new Spring(0.5, 9);
  readonly #springZoom = new Spring(1, 3);
  #target = { x: 0.5, y: 0.5, zoom: 1 };
  #face: Face | null = null;
  #lostFor = 0;
  #measuredAt: number | null = null;
  #moving = false;
  #zooming = false;

  /** Where the head is, or null; `at` in seconds. */
  measure(head: Head | null, at: number): void {
    const dt = this.#measuredAt === null ? 1 / 30 : Math.max(1e-3, at - this.#measuredAt);
    this.#measuredAt = at;
    if (!head) return void (this.#lostFor += dt);
    if (this.#lostFor > holdSeconds) for (const filter of [this.#x, this.#y, this.#height]) filter.reset();
    this.#lostFor = 0;
    this.#face = {
      x: this.#x.step(head.x + bias.x * head.width, dt),
      y: this.#y.step(head.y + bias.y * head.height, dt),
      height: this.#height.step(head.height, dt),
      speedX: this.#x.speed,
      speedY: this.#y.speed,
    };
  }

  /** The crop `dt` seconds after the one before. */
  step(dt: number): Crop {
    if (this.#face && this.#lostFor <= holdSeconds) this.#follow(this.#face);
    else if (this.#lostFor > holdSeconds) {
      this.#target = { x: 0.5, y: aim.y, zoom: zoom.min };
      this.#moving = false;
    }
    const x = this.#springX.step(this.#target.x, dt, maxSpeed);
    const y = this.#springY.step(this.#target.y, dt, maxSpeed);
    const size = 1 / this.#springZoom.step(this.#target.zoom, dt, maxSpeed * 2);
    return {
      x: clamp(x - aim.x * size, 0, 1 - size),
      y: clamp(y - aim.y * size, 0, 1 - size),
      width: size,
      height: size,
    };
  }

  #follow(face: Face): void {
    const target = this.#target;
    const wanted = zoomFor(face);
    if (this.#zooming || Math.abs(Math.log(wanted / target.zoom)) > Math.log(1 + zoom.deadZone)) {
      target.zoom = wanted;
      this.#zooming = Math.abs(Math.log(wanted / this.#springZoom.position)) > 0.02;
    }
    if (Math.hypot(face.x - target.x, face.y - target.y) * target.zoom > deadZone.leave) this.#moving = true;
    if (!this.#moving) return;
    target.x = face.x + face.speedX * lead;
    target.y = face.y + face.speedY * lead;
    const left = Math.hypot(face.x - this.#springX.position, face.y - this.#springY.position) * target.zoom;
    if (left < deadZone.arrive && Math.hypot(face.speedX, face.speedY) < 0.05) this.#moving = false;
  }
}

/** Large enough for the face, larger near an edge, where only a smaller crop can put it in the middle. */
function zoomFor({ x, y, height }: Face): number {
  const centring = Math.max(0.5 / Math.max(0.05, Math.min(x, 1 - x)), aim.y / Math.max(0.05, y));
  const wanted = Math.max(aim.faceHeight / height, Math.min(centring * 1.02, aim.maxFaceHeight / height));
  return clamp(wanted, zoom.min, zoom.max);
}
