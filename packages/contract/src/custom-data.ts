import * as z from 'zod/mini';

/** The most that a link may carry along, as JSON in UTF-8. */
export const maxCustomDataBytes = 4_096;
const maxDepth = 8;

const jsonTypes = new Set(['string', 'boolean', 'object']);
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether something is plain JSON of bounded depth. It goes level by level: a deep nest costs no stack. */
function isBoundedJson(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return false;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'number' ? !Number.isFinite(one) : one !== null && !jsonTypes.has(typeof one)) return false;
      if (typeof one !== 'object' || one === null) continue;
      if (!Array.isArray(one) && Object.keys(one).some((key) => forbidden.has(key))) return false;
      next.push(...(Object.values(one) as unknown[]));
    }
    level = next;
  }
  return true;
}

/** How many bytes a text takes in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const one of text) {
    const point = one.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const fits = (value: unknown) => bytesOf(JSON.stringify(value)) <= maxCustomDataBytes;

/**
 * What a host app gives a link to carry, such as an order number, and finds again at the call: JSON of at most 4 kB in
 * UTF-8, eight levels deep. It is shown to agents only and never interpreted.
 */
export const CustomData = /* @__PURE__ */ z
  .record(/* @__PURE__ */ z.string().check(z.minLength(1), z.maxLength(64)), z.unknown())
  .check(z.refine((data) => isBoundedJson(data) && fits(data), 'is no JSON of at most 4 kB'));
export type CustomData = z.infer<typeof CustomData>;
