import type { CallSnapshot } from '../../session/call-snapshot.js';

/**
 * Who shares a screen, in the order in which they began, from the order before. Of those who shared already when the
 * stage was made the own side is first: what is not seen elsewhere has the stage.
 */
export function sharersInOrder(
  before: readonly string[],
  { local, remotes }: Pick<CallSnapshot, 'local' | 'remotes'>,
): readonly string[] {
  const now = [local, ...remotes].filter(({ screen }) => screen === 'on').map(({ identity }) => identity);
  return [...before.filter((one) => now.includes(one)), ...now.filter((one) => !before.includes(one))];
}
