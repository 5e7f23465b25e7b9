// Values that a schema takes, in which each of its fields stands once: for tests that compare a schema with another.

import type * as z from 'zod';
import { ANYTHING } from './google-types.ts';

/** @param above the schemas that this one stands in, so that one that holds itself comes to an end */
export function samples(schema: z.ZodType, above: readonly z.ZodType[] = []): unknown[] {
  if (above.includes(schema)) return [];
  const inside = (inner: unknown) => samples(inner as z.ZodType, [...above, schema]);
  const { def } = schema as z.ZodType & { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'string':
    case 'enum':
      return [''];
    case 'number':
      return [0];
    case 'boolean':
      return [true];
    case 'literal':
      return def.values.slice(0, 1);
    case 'unknown':
      return [ANYTHING];
    case 'optional':
      return inside(def.innerType);
    case 'pipe':
      return inside(def.out);
    case 'lazy':
      return inside(def.getter());
    case 'array':
      return [inside(def.element)];
    case 'union':
      return def.options.flatMap(inside);
    case 'record':
      return inside(def.valueType).map((value) => ({ any: value }));
    case 'object': {
      const fields = Object.entries(def.shape).map(([name, field]) => [name, inside(field)] as const);
      const most = Math.max(1, ...fields.map(([, values]) => values.length));
      return Array.from({ length: most }, (_, at) =>
        Object.fromEntries(fields.flatMap(([name, values]) => (at in values ? [[name, values[at]]] : []))),
      );
    }
    default:
      throw new Error(`There is no sample of a schema of the type ${def.type}`);
  }
}
