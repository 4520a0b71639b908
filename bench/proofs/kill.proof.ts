/**
 * `npm run proof -- kill`: a server is killed (SIGKILL) in the middle of a load and started again, 100 times; whatever it
 * had answered has to be there.
 */
import { killRound, type KillRound } from '../../packages/link-server/src/testing/kill-round.js';
import {
  createTemporaryFolder,
  removeTemporaryFolder,
} from '../../packages/link-server/src/testing/temporary-folder.js';

export const rounds = 100;

const folder = createTemporaryFolder();

/** Kills after 20 to 515 links, another number each time. */
export const round = (index: number): Promise<KillRound> => killRound(folder, 20 + ((index * 37) % 100) * 5);

export const close = (): void => removeTemporaryFolder(folder);

export function summary(measurements: readonly KillRound[]) {
  const sum = (of: 'acknowledged' | 'lost') => measurements.reduce((total, one) => total + one[of], 0);
  const [acknowledged, lost] = [sum('acknowledged'), sum('lost')];
  return { text: `${lost} lost of ${acknowledged} acknowledged in ${measurements.length} kills`, holds: lost === 0 };
}
