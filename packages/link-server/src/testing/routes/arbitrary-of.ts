import fc from 'fast-check';
import * as z from 'zod/mini';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What some fields want and chance does not find: JSON Schema cannot say what a colour or a time zone is. */
const words = ['#0f62c4', 'Europe/Zagreb', '2027-03-01T10:00', '09:00'];

/** Values that a schema describes. What it cannot say in JSON Schema may still be refused. */
export const arbitraryOf = (schema: z.ZodMiniType): fc.Arbitrary<unknown> => from(toSchema(schema));

const toSchema = (schema: z.ZodMiniType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

/** One value that the schema takes, always the same. */
export function sampleOf(schema: z.ZodMiniType): unknown {
  const whole = toSchema(schema);
  const tried = [whole, requiredOnly(whole)].flatMap((one) => fc.sample(from(one), { numRuns: 500, seed: 7 }));
  const found = tried.find((one) => schema.safeParse(one).success);
  if (found === undefined) throw new Error('Nothing that was tried fits the schema.');
  return found;
}

/** A schema without what may be left out. */
const requiredOnly = ({ properties = {}, required = [], ...rest }: Schema): Schema => ({
  ...rest,
  required,
  properties: Object.fromEntries(Object.entries(properties).filter(([name]) => required.includes(name))),
});

function from(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(from));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1e15), max: Math.min(schema.maximum ?? 1e12, 1e15) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(from(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 8),
      });
    case 'object':
      return object(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function text({ pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.oneof(
    fc.string({ unit: 'grapheme', minLength: Math.max(minLength, 1), maxLength: Math.min(maxLength, 60) }),
    fc.constantFrom(...words),
  );
}

function object({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<object> {
  const known = fc.record(Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, from(one)])), {
    requiredKeys: [...required],
  });
  if (additionalProperties === undefined || additionalProperties === false || Object.keys(properties).length > 0)
    return known;
  const values = additionalProperties === true ? fc.jsonValue({ maxDepth: 2 }) : from(additionalProperties);
  return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), values, { maxKeys: 4 });
}
