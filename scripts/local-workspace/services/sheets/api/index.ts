// All methods of the Sheets API v4 that the local Workspace has.

import type { ApiMethod } from '../../../rest/api.ts';
import type { SheetsEngine } from '../engine.ts';
import { spreadsheetMethods } from './spreadsheets.ts';
import { valueMethods } from './values.ts';

export const sheetsApi = (engine: SheetsEngine): ApiMethod[] => [
  ...spreadsheetMethods(engine),
  ...valueMethods(engine),
];
