/** A class of elements. */
export type ElementClass = CustomElementConstructor;

interface Naming {
  readonly tag: string;
  readonly uses: readonly ElementClass[];
}

const namings = new WeakMap<ElementClass, Naming>();

/**
 * Names an element's class, and the elements its template uses. Nothing is registered by it: importing a class is
 * inert, on a server too. `define` registers.
 *
 * ```ts
 * @element('cc-call-controls', CcMicButton, CcHangupButton)
 * export class CcCallControls extends LitElement {}
 * ```
 */
export function element(tag: `cc-${string}`, ...uses: readonly ElementClass[]) {
  return (type: ElementClass): void => void namings.set(type, { tag, uses });
}

/** The tag a class was named with by `element`. */
export function tagOf(type: ElementClass): string {
  const naming = namings.get(type);
  if (!naming) throw new TypeError(`${type.name} has no tag: name it with @element('cc-…').`);
  return naming.tag;
}

/**
 * Registers classes and everything they use, those used first. Doing it twice is harmless, a tag that is taken (by
 * another copy of this package on the page) is left alone, and where there is no registry nothing happens.
 */
export function define(...types: readonly ElementClass[]): void {
  // Lit brings a stand-in for the registry on servers; without either there is nobody to tell.
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (!registry) return;
  for (const type of types) {
    const tag = tagOf(type);
    if (registry.get(tag)) continue;
    define(...(namings.get(type)?.uses ?? []));
    registry.define(tag, type);
  }
}
