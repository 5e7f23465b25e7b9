// What a custom function may call: services that need nobody's permission, and the own spreadsheet for reading only.

import { denied } from '../kernel/errors.ts';
import type { AuthMode } from './execution.ts';

const OPEN =
  /^(Cache|CacheService|HtmlOutput|HtmlService|Lock|LockService|Logger|Properties|PropertiesService|Session|User|Utilities|Blob)$/;
const READABLE = /^(SpreadsheetApp|Spreadsheet|Sheet|Range)$/;

/** @throws Google's text for what needs a permission, or would change something */
export function checkCustomFunction(authMode: AuthMode, service: string, method: string): void {
  if (authMode !== 'CUSTOM_FUNCTION' || OPEN.test(service)) return;
  if (READABLE.test(service) && /^(get(?!Ui$)|is|offset$|flush$|open)/.test(method)) return;
  throw denied(`You do not have permission to call ${service}.${method}`);
}
