/** What is left of a time, in whole seconds that reach zero only at its end. */
export const secondsLeft = (endsAt: number, now: number): number => Math.max(0, Math.ceil((endsAt - now) / 1000));
