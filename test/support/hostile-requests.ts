// Requests as a broken or hostile program sends them: of the right shape, or nearly, with text that does harm in each place.

import fc from 'fast-check';
import type * as z from 'zod';
import { type ApiMethod, pathParameters } from '../../scripts/local-workspace/rest/api.ts';
import { nasty } from './hostile.ts';
import { KINDS } from './request-kinds.ts';

export interface HostileRequest {
  readonly path: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly body?: unknown;
}

/** @param known what there is of the things that a path names, by the parameter */
export function hostileRequest(
  method: ApiMethod,
  known: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<HostileRequest> {
  const place = (name: string) =>
    fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...(known[name] ?? ['me'])) }, nasty);
  const path = fc.record(Object.fromEntries(pathParameters(method.path).map((name) => [name, place(name)])));
  const query = method.query ? hostileValue(method.query) : fc.constant({});
  if (!method.body) return fc.record({ path, query }) as fc.Arbitrary<HostileRequest>;
  const kinds = Object.entries(KINDS[method.id] ?? {}).map(([name, { schema }]) =>
    hostileValue(schema).map((value) => ({ [name]: value })),
  );
  const body =
    kinds.length > 0
      ? fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 3 }).map((requests) => ({ requests }))
      : hostileValue(method.body);
  return fc.record({ path, query, body }) as fc.Arbitrary<HostileRequest>;
}

const NUMBERS = [0, 1, 2, 3, 100, 101, 105, 1_000, -1, 1.5, 2 ** 31 - 1, -(2 ** 31), 1e15];

/** Mostly what a schema takes; now and then something else. */
function hostileValue(schema: z.ZodType, depth = 0): fc.Arbitrary<unknown> {
  const wrong = fc.oneof(nasty, fc.constantFrom<unknown>(null, true, -1, [], {}, [null]));
  return fc.oneof({ weight: 150, arbitrary: rightValue(schema, depth) }, wrong);
}

function rightValue(schema: z.ZodType, depth: number): fc.Arbitrary<unknown> {
  const inside = (inner: unknown) => hostileValue(inner as z.ZodType, depth + 1);
  const { def } = schema as z.ZodType & { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'string':
      return nasty;
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'number':
      return fc.constantFrom(...NUMBERS);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'optional':
    case 'default':
      return inside(def.innerType);
    case 'pipe':
      return inside(def.in);
    case 'lazy':
      return depth > 8 ? fc.constant({}) : inside(def.getter());
    case 'array':
      return fc.array(inside(def.element), { maxLength: 2 });
    case 'union':
      return fc.oneof(...def.options.map(inside));
    case 'record':
      return fc.dictionary(nasty, inside(def.valueType), { maxKeys: 2 });
    case 'object': {
      const fields = Object.entries(def.shape).map(([name, field]) => [name, inside(field)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
    }
    default:
      return nasty;
  }
}
