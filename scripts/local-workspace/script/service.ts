// How a Google service is offered to scripts: a class whose table of signatures is the list of what scripts may call.

import { GoogleError, invalid } from '../kernel/errors.ts';

/** For each method the accepted parameter lists, as Google's reference writes them: `''`, `'String'`, `'String, Boolean'`. */
export type Signatures = Readonly<Record<string, readonly string[]>>;

/**
 * Base of every object that a script can hold: FormApp, a Form, a Lock.
 * Subclasses give `serviceName` and `signatures` as statics; what is not in `signatures` throws by name in the script.
 * Methods take and give plain JavaScript values, other service objects, or arrays and plain objects of them.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: the statics describe the methods that subclasses add
export abstract class ServiceObject {
  static readonly serviceName: string;
  static readonly signatures: Signatures;
  /** Enumerations and the like, readable as properties: `FormApp.ItemType`. */
  static readonly constants: Readonly<Record<string, unknown>> = {};
  /** Scopes of which the manifest must hold at least one, by method; `'*'` is for all the others. */
  static readonly scopes: Readonly<Record<string, readonly string[]>> = {};
  /** Whether scripts may set properties of their own on it. */
  static readonly holdsProperties: boolean = false;
}

/** What a method answers that has code of the script run: the realm runs it and hands on what it gave. */
export class Evaluation {
  /**
   * @param code the body of a function; the properties set on the object of the method are in its scope
   * @param finish makes the method's answer of what the code returned
   */
  constructor(
    readonly code: string,
    readonly finish: (value: unknown) => unknown,
  ) {}
}

export interface ServiceClass {
  readonly serviceName: string;
  readonly signatures: Signatures;
  readonly constants: Readonly<Record<string, unknown>>;
  readonly scopes: Readonly<Record<string, readonly string[]>>;
  readonly holdsProperties: boolean;
}

export const classOf = (object: ServiceObject): ServiceClass => object.constructor as unknown as ServiceClass;

/** One value of a Google enumeration, such as `FormApp.ItemType.TEXT`. */
export class EnumValue {
  constructor(
    readonly type: string,
    readonly name: string,
    readonly ordinal: number,
  ) {}
}

export function enumeration<Name extends string>(
  type: string,
  names: readonly Name[],
): Readonly<Record<Name, EnumValue>> {
  return Object.fromEntries(
    names.map((name, ordinal) => [name, new EnumValue(type, name, ordinal)]),
  ) as Record<Name, EnumValue>;
}

/** Throws Google's text unless the arguments fit one of the method's parameter lists. */
export function checkArguments(service: ServiceClass, method: string, args: readonly unknown[]): void {
  const lists = service.signatures[method] ?? [];
  if (lists.some((list) => fits(list, args))) return;
  const given = args.map(typeName).join(',');
  throw invalid(
    `The parameters (${given}) don't match the method signature for ${service.serviceName}.${method}.`,
  );
}

function fits(list: string, args: readonly unknown[]): boolean {
  const types = list === '' ? [] : list.split(',').map((type) => type.trim());
  const last = types.at(-1);
  if (last?.endsWith('...')) {
    const rest = last.slice(0, -3);
    const fixed = types.slice(0, -1);
    if (args.length < fixed.length) return false;
    return (
      fixed.every((type, i) => isOf(type, args[i])) &&
      args.slice(fixed.length).every((value) => isOf(rest, value))
    );
  }
  return args.length === types.length && types.every((type, i) => isOf(type, args[i]));
}

function isOf(type: string, value: unknown): boolean {
  if (value === null || value === undefined) return !['Boolean', 'Number', 'Integer'].includes(type);
  if (type.endsWith('[]')) {
    const one = type.slice(0, -2);
    return Array.isArray(value) && value.every((item) => isOf(one, item));
  }
  switch (type) {
    case 'String':
      // Google turns numbers and booleans into text where text is wanted.
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    case 'Number':
      return typeof value === 'number';
    case 'Integer':
    case 'Byte':
      return typeof value === 'number' && Number.isInteger(value);
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Date':
      return value instanceof Date;
    case 'Object':
      return true;
    default:
      if (value instanceof EnumValue) return value.type === type;
      return value instanceof ServiceObject && serviceNames(value).includes(type);
  }
}

/** The service name of an object and of the classes it extends: a TextItem is also an Item. */
function serviceNames(object: ServiceObject): string[] {
  const names: string[] = [];
  for (let type = object.constructor; type !== ServiceObject; type = Object.getPrototypeOf(type)) {
    names.push((type as unknown as ServiceClass).serviceName);
  }
  return names;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length > 0 ? `${typeName(value[0])}[]` : 'Object[]';
  if (value instanceof Date) return 'Date';
  if (value instanceof EnumValue) return value.type;
  if (value instanceof ServiceObject) return classOf(value).serviceName;
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'number';
    case 'boolean':
      return 'Boolean';
    default:
      return 'Object';
  }
}

/** Throws unless the manifest's scopes allow the method (explicit scopes switch automatic detection off). */
export function checkScopes(service: ServiceClass, method: string, granted: readonly string[]): void {
  const needed = service.scopes[method] ?? service.scopes['*'];
  if (!needed || needed.length === 0 || needed.some((scope) => granted.includes(scope))) return;
  throw new GoogleError(
    'PERMISSION_DENIED',
    `Specified permissions are not sufficient to call ${service.serviceName}.${method}. Required permissions: ${needed.join(' || ')}`,
  );
}
