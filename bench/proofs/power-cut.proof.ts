/**
 * `npm run proof -- power-cut`: the power goes in the middle of a load, 20 times (server.md §2.3); whatever the server had
 * answered has to be on the disk. Takes root and a loop device.
 */
import type { KillRound } from '../../packages/link-server/src/testing/kill-round.js';
import { powerCutRound, withoutPowerCut } from '../../packages/link-server/src/testing/power-cut-round.js';
import {
  createTemporaryFolder,
  removeTemporaryFolder,
} from '../../packages/link-server/src/testing/temporary-folder.js';

export const rounds = 20;

const folder = createTemporaryFolder();
const cannot = await withoutPowerCut(folder);
if (cannot) throw new Error(`No power cut can be played: ${cannot}.`);

/** Cuts after 20 to 590 links, another number each time. */
export const round = (index: number): Promise<KillRound> => powerCutRound(folder, 20 + ((index * 7) % 20) * 30);

export const close = (): void => removeTemporaryFolder(folder);

export function summary(measurements: readonly KillRound[]) {
  const sum = (of: 'acknowledged' | 'lost') => measurements.reduce((total, one) => total + one[of], 0);
  const [acknowledged, lost] = [sum('acknowledged'), sum('lost')];
  return {
    text: `${lost} lost of ${acknowledged} acknowledged in ${measurements.length} power cuts`,
    holds: lost === 0,
  };
}
