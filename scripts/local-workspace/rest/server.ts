// The REST face: serves tables of ApiMethods over HTTP at Google's own addresses, for googleapis with `rootUrl`, clasp and scripts.

import { Hono } from 'hono';
import { GoogleError, invalid } from '../kernel/errors.ts';
import type { Caller, Kernel } from '../kernel/kernel.ts';
import type { ApiMethod } from './api.ts';
import { CallLog } from './call-log.ts';
import { checkSize, perform } from './dispatch.ts';
import { readUpload, type UploadBody } from './multipart-body.ts';
import { Router } from './router.ts';
import { Tokens } from './tokens.ts';

export interface RestOptions {
  readonly kernel: Kernel;
  readonly methods: readonly ApiMethod[];
  /**
   * Who a request without a token acts as. The server is for the computer that it runs on, bound to its loopback
   * address: whoever can reach it may do everything anyway.
   */
  readonly owner: string;
  /** Who a request without a token acts as instead, when it comes from the browser of somebody who plays an account. */
  readonly visitor?: (request: Request) => string | undefined;
}

/** Everything that calls from outside counts as one program. */
const PROGRAM = 'a program outside';

/** Google's older services repeat the reason of an error in their own words. */
const REASONS: Readonly<Record<string, string>> = {
  INVALID_ARGUMENT: 'invalidArgument',
  PERMISSION_DENIED: 'forbidden',
  UNAUTHENTICATED: 'authError',
  NOT_FOUND: 'notFound',
  ALREADY_EXISTS: 'aborted',
  RESOURCE_EXHAUSTED: 'rateLimitExceeded',
  INTERNAL: 'backendError',
  UNAVAILABLE: 'backendError',
  NOT_IMPLEMENTED: 'notImplemented',
};

export class RestServer {
  readonly tokens: Tokens;
  readonly log: CallLog;
  private readonly router: Router;

  constructor(private readonly options: RestOptions) {
    this.tokens = new Tokens(options.kernel);
    this.log = new CallLog(options.kernel);
    this.router = new Router(options.methods);
  }

  /** Whether a request is for one of the APIs; all others are the page's. */
  covers(request: Request): boolean {
    return this.router.covers(rawPath(request));
  }

  /** A Hono app that answers for the APIs and hands everything else on. */
  app(): Hono {
    const app = new Hono();
    app.use('*', async (context, next) => {
      if (!this.covers(context.req.raw)) return next();
      return this.handle(context.req.raw);
    });
    return app;
  }

  /** Answers one request. What it changed is on disk before the answer leaves. */
  async handle(request: Request): Promise<Response> {
    const bytes = Buffer.from(await request.arrayBuffer());
    let method = request.method;
    let caller = '';
    let status = 200;
    let text: string;
    try {
      const route = this.router.find(request.method, rawPath(request));
      if (!route)
        throw new GoogleError(
          'NOT_FOUND',
          `The requested URL ${rawPath(request)} was not found on this server.`,
        );
      method = route.method.id;
      checkSize(route.method, bytes.length);
      const query = readQuery(request);
      const who = this.caller(request, query);
      caller = who.email;
      const upload = route.upload ? readUpload(request.headers.get('content-type') ?? '', bytes) : undefined;
      const answer = perform(route.method, {
        path: route.path,
        query,
        body: readBody(upload, bytes),
        caller: who,
        face: 'rest',
        ...(upload ? { media: upload.media } : {}),
      });
      if (answer === undefined) status = 204;
      text = answer === undefined ? '' : JSON.stringify(answer);
    } catch (error) {
      const known =
        error instanceof GoogleError ? error : new GoogleError('INTERNAL', 'Internal error encountered.');
      if (known !== error) console.error(error);
      status = known.http;
      text = JSON.stringify(errorBody(known));
    }
    this.log.add({
      at: this.options.kernel.clock.now(),
      method,
      caller,
      status,
      requestBytes: bytes.length,
      responseBytes: Buffer.byteLength(text),
    });
    this.options.kernel.store.commit();
    if (status === 204) return new Response(null, { status });
    return new Response(text, { status, headers: { 'content-type': 'application/json; charset=UTF-8' } });
  }

  private caller(request: Request, query: Record<string, unknown>): Caller {
    const header = /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]?.trim();
    const given = header ?? query.access_token ?? query.oauth_token;
    const token = Array.isArray(given) ? given.at(-1) : given;
    if (token !== undefined) return { ...this.tokens.caller(String(token)), app: PROGRAM };
    return { email: this.options.visitor?.(request) ?? this.options.owner, app: PROGRAM };
  }
}

/** The path as the client wrote it, which keeps `%2F` inside a parameter apart from a slash. */
const rawPath = (request: Request): string => new URL(request.url).pathname;

function readQuery(request: Request): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  const parameters = new URL(request.url).searchParams;
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    Object.defineProperty(query, name, { value: values.length > 1 ? values : values[0], enumerable: true });
  }
  return query;
}

function readBody(upload: UploadBody | undefined, bytes: Buffer): unknown {
  const text = upload ? upload.json : bytes.toString('utf8');
  if (text.trim() === '') return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalid('Invalid JSON payload received. Unexpected token.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid('Invalid JSON payload received. Root element must be a message.');
  }
  return body;
}

/** An error as Google's JSON carries it. */
export function errorBody(error: GoogleError): unknown {
  const reason = REASONS[error.code] ?? 'unknown';
  return {
    error: {
      code: error.http,
      message: error.message,
      errors: [{ message: error.message, domain: 'global', reason }],
      status: error.status,
    },
  };
}
