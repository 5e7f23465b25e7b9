// Offers a table of ApiMethods to scripts as an advanced service: `Sheets.Spreadsheets.batchUpdate(resource, id, options)`.

import { denied, GoogleError, invalid, notImplemented } from '../kernel/errors.ts';
import type { Caller } from '../kernel/kernel.ts';
import type { Execution } from '../script/execution.ts';
import type { AdvancedService } from '../script/realm.ts';
import { ServiceObject } from '../script/service.ts';
import { type ApiMethod, pathParameters, scriptNames, serviceName } from './api.ts';
import { checkSize, perform } from './dispatch.ts';
import { jsonText } from './json-text.ts';

/** An error of a REST method as a script sees it: Google's text behind the method's name, with Google's code kept. */
export class ApiCallError extends GoogleError {
  constructor(
    readonly method: string,
    readonly origin: GoogleError,
  ) {
    super(origin.code, `API call to ${method} failed with error: ${origin.message}`);
    this.name = 'GoogleJsonResponseException';
  }
}

/**
 * @param symbol the name of the service in the script, from its manifest
 * @param methods the methods of one API
 */
export function advancedService(
  symbol: string,
  methods: readonly ApiMethod[],
  execution: Execution,
  caller: Caller,
): AdvancedService {
  const { byPath, paths } = named(methods);
  return {
    symbol,
    paths,
    call(path, args) {
      const method = byPath.get(path.join('.'));
      if (!method) throw notImplemented(`${symbol}.${path.join('.')}`);
      return callFromScript(method, args, execution, caller);
    },
  };
}

interface Named {
  readonly byPath: ReadonlyMap<string, ApiMethod>;
  readonly paths: readonly (readonly string[])[];
}

const names = new WeakMap<readonly ApiMethod[], Named>();

/** The methods of an API by their names in scripts, worked out once. */
function named(methods: readonly ApiMethod[]): Named {
  let known = names.get(methods);
  if (!known) {
    const paths = methods.map(({ id }) => scriptNames(id));
    known = { byPath: new Map(methods.map((method, at) => [(paths[at] ?? []).join('.'), method])), paths };
    names.set(methods, known);
  }
  return known;
}

function callFromScript(
  method: ApiMethod,
  args: readonly unknown[],
  execution: Execution,
  caller: Caller,
): string | undefined {
  const { authMode, scopes } = execution.options;
  const needed = `Required permissions: ${method.scopes.join(' || ')}`;
  if (authMode !== 'FULL') throw denied(`You do not have permission to call ${method.id}. ${needed}`);
  if (!method.scopes.some((scope) => scopes.includes(scope))) {
    throw denied(`Specified permissions are not sufficient to call ${method.id}. ${needed}`);
  }
  const name = `${serviceName(method.id)}.${scriptNames(method.id).join('.')}`;
  const { path, query, json } = splitArguments(method, name, args);
  const body: unknown = json === undefined ? undefined : JSON.parse(json);
  const bodyBytes = Buffer.byteLength(json ?? '');
  const parameters = Buffer.byteLength(JSON.stringify({ ...path, ...query }));
  const answer = () => {
    checkSize(method, bodyBytes);
    return textOf(method, perform(method, { path, query, body, caller, face: 'script' }));
  };
  try {
    return execution.remote(name, answer, {
      request: parameters + (json === undefined ? 0 : bodyBytes + ',"body":'.length),
      response: (json) => (json === undefined ? 0 : Buffer.byteLength(json)),
    });
  } catch (error) {
    if (error instanceof GoogleError) throw new ApiCallError(method.id, error);
    throw error;
  }
}

const textOf = (method: ApiMethod, answer: unknown): string | undefined =>
  method.answersInFrozenLists ? jsonText(answer) : JSON.stringify(answer, withBytes(method));

/** Looking at every field of an answer takes longer than all the rest, so only what may hold bytes is looked through. */
const withBytes = ({ byteFields = [] }: ApiMethod) =>
  byteFields.length === 0
    ? undefined
    : (field: string, value: unknown): unknown =>
        byteFields.includes(field) && typeof value === 'string'
          ? [...new Int8Array(Buffer.from(value, 'base64'))]
          : value;

/** The order inside Apps Script: body, path parameters, a file for upload methods, optional arguments. */
function splitArguments(method: ApiMethod, name: string, args: readonly unknown[]) {
  const parameters = pathParameters(method.path);
  const least = parameters.length + (method.body ? 1 : 0);
  const most = least + (method.query ? 1 : 0) + (method.upload ? 1 : 0);
  // Every method takes the parameters that all Google methods have, such as `fields`.
  const allowed = Math.max(most, least + 1);
  if (args.length < least || args.length > allowed) {
    throw invalid(`Invalid number of arguments provided. Expected ${least}-${allowed} only`);
  }
  const mismatch = () => {
    const types = args.map((value) => (value === null || value === undefined ? 'null' : typeName(value)));
    return invalid(`The parameters (${types.join(',')}) don't match the method signature for ${name}.`);
  };
  const rest = [...args];
  let json: string | undefined;
  if (method.body) {
    const body = rest.shift();
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw mismatch();
    json = JSON.stringify(body);
  }
  const path: Record<string, string> = {};
  for (const parameter of parameters) {
    const value = rest.shift();
    if (typeof value !== 'string' && typeof value !== 'number') throw mismatch();
    path[parameter] = String(value);
  }
  if (method.upload && rest.length > 0) {
    const file = rest.shift();
    if (file instanceof ServiceObject) throw notImplemented(`A file as argument of ${name}`);
    if (file !== null && file !== undefined) throw mismatch();
  }
  const options = rest.shift() ?? {};
  if (typeof options !== 'object' || Array.isArray(options)) throw mismatch();
  return { path, json, query: JSON.parse(JSON.stringify(options)) as Record<string, unknown> };
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'Object[]';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'object') return 'Object';
  return typeof value === 'boolean' ? 'Boolean' : typeof value;
}
