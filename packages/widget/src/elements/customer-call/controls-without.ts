import type { ControlName } from '@carillon/call';
import type { CallOptions, JoinView } from '@carillon/contract';

const controlOf: readonly (readonly [keyof CallOptions, ControlName])[] = [
  ['mute', 'mic'],
  ['camera', 'camera'],
  ['screenShare', 'share'],
];

const none: readonly ControlName[] = Object.freeze([]);

/**
 * Controls that a link's call does not have: what its configuration takes away, and the camera where it allows sound
 * only. Nobody can be kept from hanging up.
 */
export function controlsWithout(view: JoinView | null | undefined): readonly ControlName[] {
  if (!view) return none;
  const { callOptions, media } = view;
  const names = controlOf.flatMap(([option, name]) => (callOptions?.[option] === false ? [name] : []));
  return media === 'audio' && !names.includes('camera') ? [...names, 'camera'] : names;
}
