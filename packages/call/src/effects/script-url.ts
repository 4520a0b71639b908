/** The part of the Trusted Types API that is used; TypeScript's DOM does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

interface Policy {
  createScriptURL(url: string): unknown;
}

const policies = new WeakMap<TrustedTypes, Policy>();
let allowed = '';

/**
 * A script's address as `new Worker` takes it: through a policy named `cc` where there are Trusted Types. The policy
 * lets no address pass but the one that is being asked for by this very function.
 */
export function trustedScriptUrl(
  url: string,
  { trustedTypes }: { readonly trustedTypes?: TrustedTypes } = globalThis as { trustedTypes?: TrustedTypes },
): string {
  if (!trustedTypes) return url;
  const policy = policies.get(trustedTypes) ?? createPolicy(trustedTypes);
  policies.set(trustedTypes, policy);
  allowed = url;
  try {
    return policy.createScriptURL(url) as string;
  } finally {
    allowed = '';
  }
}

const createPolicy = (trustedTypes: TrustedTypes): Policy =>
  trustedTypes.createPolicy('cc', {
    createScriptURL(asked) {
      if (asked !== allowed) throw new TypeError('not a script of ours');
      return asked;
    },
  });
