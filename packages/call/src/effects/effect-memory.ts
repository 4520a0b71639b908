/** Where the chosen effect stands in `localStorage`. Read before anything of the effects is loaded. */
export const effectKey = 'carillon:background';

/** Whether anything was ever chosen in this browser: without, no code of the effects is needed to open a camera. */
export function wasEffectChosen(): boolean {
  try {
    return localStorage.getItem(effectKey) !== null;
  } catch {
    return false;
  }
}
