import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { problemCodes, routeTable } from '@carillon/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as z from 'zod/mini';
import { createHttpBench, type HttpBench } from '../testing/http-bench.js';
import { buildOpenApi } from './build-openapi.js';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

const shapeOf = (schema: z.ZodMiniType): object => (schema instanceof z.ZodMiniObject ? schema.shape : {});

describe('the OpenAPI document', () => {
  let bench: HttpBench;
  before(async () => (bench = await createHttpBench()));
  after(() => bench.close());
  const document = buildOpenApi() as {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    assert.ok(valid, JSON.stringify(errors)?.slice(0, 2_000));
    assert.equal(validator.version, '3.1');
  });

  it('is what the server gives to anybody', async () => {
    const { json, headers } = await bench.ask('/openapi.json');
    assert.deepEqual(json, JSON.parse(JSON.stringify(document)));
    assert.equal(headers.get('access-control-allow-origin'), '*');
  });

  it('has an operation for every row, each of a name of its own', () => {
    assert.equal(operations.length, routeTable.length);
    assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length);
  });

  it('says of every list how to ask for its next page', () => {
    const lists = routeTable.filter(
      ({ method, answer }) => method === 'GET' && typeof answer !== 'string' && 'next' in shapeOf(answer),
    );
    assert.equal(lists.length, 12);
    for (const { path } of lists) {
      const names = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.['get']?.parameters.map(({ name }) => name) ?? [];
      assert.ok(names.includes('cursor') && names.includes('limit'), path);
    }
  });

  it('refers to nothing that is not there', () => {
    for (const [, name = ''] of JSON.stringify(document).matchAll(/#\/components\/schemas\/([^"]+)/g))
      assert.ok(name in document.components.schemas, name);
  });

  it('names refusals by codes that there are, under the status they have', () => {
    for (const { responses } of operations)
      for (const [status, { description }] of Object.entries(responses))
        for (const [, code = ''] of Number(status) < 400 ? [] : description.matchAll(/`(\w+)`/g))
          assert.ok(
            problemCodes.some((known) => known === code),
            code,
          );
  });
});
