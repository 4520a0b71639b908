import type { Medium } from '@carillon/contract';
import type { CallPhase } from '../../session/call-snapshot.js';

/** A control of the bar, in the order in which the bar shows them. */
export type ControlName = 'mic' | 'camera' | 'share' | 'hold' | 'hangup';

/** What decides which controls apply (spec CTL-2). */
export interface ControlSituation {
  readonly medium: Medium;
  readonly phase: CallPhase;
  /** Whether this side may share its screen, or does. */
  readonly mayShare?: boolean;
  /** Whether this side may put the other on hold. */
  readonly mayHold?: boolean;
  /** Controls that this call is not to have, whatever else applies. */
  readonly without?: readonly ControlName[];
}

interface Rule {
  readonly media: readonly Medium[];
  readonly phases: readonly CallPhase[];
}

const talking: readonly CallPhase[] = ['connecting', 'connected', 'consulting', 'reconnecting'];

/** One row a control. A phone call is an audio call: nothing of video is in its row. */
const rules: Readonly<Record<ControlName, Rule>> = {
  mic: { media: ['audio', 'video'], phases: talking },
  camera: { media: ['video'], phases: talking },
  share: { media: ['audio', 'video'], phases: ['connected'] },
  hold: { media: ['audio', 'video'], phases: ['connected', 'held'] },
  hangup: { media: ['audio', 'video'], phases: ['waiting', ...talking, 'held', 'transferring'] },
};

/** The controls that apply in a situation. */
export function controlsThatApply({
  medium,
  phase,
  mayShare = false,
  mayHold = false,
  without = [],
}: ControlSituation): readonly ControlName[] {
  const granted: Readonly<Partial<Record<ControlName, boolean>>> = { share: mayShare, hold: mayHold };
  return (Object.keys(rules) as ControlName[]).filter(
    (name) =>
      (granted[name] ?? true) &&
      !without.includes(name) &&
      rules[name].media.includes(medium) &&
      rules[name].phases.includes(phase),
  );
}
