import { sendKeys } from '@web/test-runner-commands';

/** Presses keys together, written as `Control+M`. */
export async function pressChord(chord: string): Promise<void> {
  const keys = chord.split('+');
  const last = keys.pop() ?? '';
  for (const key of keys) await sendKeys({ down: key });
  await sendKeys({ press: last });
  for (const key of keys.reverse()) await sendKeys({ up: key });
}
