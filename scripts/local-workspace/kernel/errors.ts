// The errors that Google's services give, as one closed set of codes with Google's texts (apps-script-facts, section 10).

/** Each code with what it means; `status` is the canonical status that REST answers carry. */
const CODES = {
  INVALID_ARGUMENT: { http: 400, status: 'INVALID_ARGUMENT' },
  PERMISSION_DENIED: { http: 403, status: 'PERMISSION_DENIED' },
  UNAUTHENTICATED: { http: 401, status: 'UNAUTHENTICATED' },
  NOT_FOUND: { http: 404, status: 'NOT_FOUND' },
  ALREADY_EXISTS: { http: 409, status: 'ALREADY_EXISTS' },
  RESOURCE_EXHAUSTED: { http: 429, status: 'RESOURCE_EXHAUSTED' },
  INTERNAL: { http: 500, status: 'INTERNAL' },
  UNAVAILABLE: { http: 503, status: 'UNAVAILABLE' },
  /** Not Google's: a method, request or field that the local Workspace does not have. */
  NOT_IMPLEMENTED: { http: 501, status: 'UNIMPLEMENTED' },
} as const;

export type ErrorCode = keyof typeof CODES;

/** An error as Google gives it; inside a script it arrives as `Exception: <message>`. */
export class GoogleError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'GoogleError';
  }
  get http(): number {
    return CODES[this.code].http;
  }
  get status(): string {
    return CODES[this.code].status;
  }
}

export const invalid = (message: string): GoogleError => new GoogleError('INVALID_ARGUMENT', message);
export const notFound = (message = 'Requested entity was not found.'): GoogleError =>
  new GoogleError('NOT_FOUND', message);
export const denied = (message = 'The caller does not have permission'): GoogleError =>
  new GoogleError('PERMISSION_DENIED', message);
export const notImplemented = (what: string): GoogleError =>
  new GoogleError('NOT_IMPLEMENTED', `${what} is not implemented in the local Workspace`);
export const tooOften = (message: string): GoogleError => new GoogleError('RESOURCE_EXHAUSTED', message);
