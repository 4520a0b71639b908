import type { EffectsErrorCode } from '../../effects/effects-error.js';
import type { Effect } from '../../effects/effect.js';
import { ReportEvent } from './request-event.js';

/** Another background, blur strength or face trace was chosen. */
export class BackgroundChangedEvent extends ReportEvent {
  readonly effect: Effect;

  constructor(effect: Effect) {
    super('cc-background-changed');
    this.effect = effect;
  }
}

/** A background effect does less than was chosen, or nothing; a raw picture is never shown in its place. */
export class EffectDegradedEvent extends ReportEvent {
  /** `too-slow`: the device cannot keep up. Anything else: why it cannot run. */
  readonly reason: EffectsErrorCode;

  constructor(reason: EffectsErrorCode) {
    super('cc-effect-degraded');
    this.reason = reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'cc-background-changed': BackgroundChangedEvent;
    'cc-effect-degraded': EffectDegradedEvent;
  }
}
