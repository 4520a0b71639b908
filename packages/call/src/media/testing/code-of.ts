/** The `code` that something is refused with; null where it is not refused. */
export const codeOf = (work: Promise<unknown>): Promise<string | null | undefined> =>
  work.then(
    () => null,
    ({ code }: { readonly code?: string }) => code,
  );
