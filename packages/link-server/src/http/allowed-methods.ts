interface Route {
  readonly method: string;
  readonly path: string;
}

/** The methods with which a path can be used, by the routes themselves; empty for a path that does not exist. */
export function allowedMethods(routes: readonly Route[], path: string): string[] {
  const segments = path.split('/');
  const found = routes.filter((route) => route.method !== 'ALL' && matches(route.path.split('/'), segments));
  const methods = new Set(found.map(({ method }) => method));
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.some((part) => part === '*' || part.includes('{'))) return false;
  return (
    pattern.length === path.length &&
    pattern.every((part, i) => (part.startsWith(':') ? path[i] !== '' : part === path[i]))
  );
}
