/** Where a key leads from a tab to another (ARIA APG, tabs): arrows go round by the direction of the writing. */
export function nextTab<Tab extends string>(
  tabs: readonly Tab[],
  current: Tab,
  key: string,
  rightToLeft: boolean,
): Tab | undefined {
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  return tabs[(tabs.indexOf(current) + (rightToLeft ? -step : step) + tabs.length) % tabs.length];
}
