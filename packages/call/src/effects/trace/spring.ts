/** A critically damped spring, integrated exactly, so that it is the same at every frame rate. */
export class Spring {
  #position: number;
  #velocity = 0;
  readonly #omega: number;

  /** `omega` in rad/s: how quickly it arrives. */
  constructor(position: number, omega: number) {
    this.#position = position;
    this.#omega = omega;
  }

  get position(): number {
    return this.#position;
  }

  /** Goes on towards `target` for `dt` seconds, never faster than `maxSpeed` per second. */
  step(target: number, dt: number, maxSpeed = Infinity): number {
    const decay = Math.exp(-this.#omega * dt);
    const distance = this.#position - target;
    const k = (this.#velocity + this.#omega * distance) * dt;
    let next = target + (distance + k) * decay;
    this.#velocity = (this.#velocity - this.#omega * k) * decay;
    const furthest = maxSpeed * dt;
    if (Math.abs(next - this.#position) > furthest) {
      next = this.#position + Math.sign(next - this.#position) * furthest;
      this.#velocity = Math.sign(this.#velocity) * maxSpeed;
    }
    return (this.#position = next);
  }
}
