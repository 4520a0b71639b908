import type { CallSession } from '@carillon/call';

/** A ringer that rings nowhere and writes down for which offers it would. */
export const silentRinger = (rung: (string | null)[]) => () => ({
  open: () => undefined,
  close: () => undefined,
  ringFor: (offer: { readonly id: string } | null) => {
    const id = offer?.id ?? null;
    if (rung.at(-1) !== id) rung.push(id);
  },
});

/** A call session that does nothing; for elements that show no media. */
export const idleCall = (): CallSession => {
  const nothing = () => undefined;
  const idle = { prepare: nothing, answer: nothing, join: nothing, apply: nothing, close: nothing };
  return { ...idle, snapshot: null, subscribe: () => nothing } as unknown as CallSession;
};
