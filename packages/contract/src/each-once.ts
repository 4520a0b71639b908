/** Whether a list names nothing twice. */
export const eachOnce = (all: readonly unknown[]): boolean => new Set(all).size === all.length;
