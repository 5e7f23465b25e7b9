// The request updateSpreadsheetProperties, and what properties of a spreadsheet may be.

import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { updatePaths } from '../masks.ts';
import { isTimeZone } from '../serial.ts';
import { kind } from './kind.ts';

export const spreadsheetPropertiesSchema = z.strictObject({
  title: z.string().optional(),
  locale: z.string().optional(),
  timeZone: z.string().optional(),
  autoRecalc: z.enum(['ON_CHANGE', 'MINUTE', 'HOUR']).optional(),
});

export function assertSpreadsheetProperties({
  timeZone,
  locale,
}: {
  timeZone?: string;
  locale?: string;
}): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw invalid(`Unsupported time zone: ${timeZone}`);
  if (locale !== undefined && !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(locale))
    throw invalid(`Unsupported locale: ${locale}`);
}

export const updateSpreadsheetProperties = kind(
  z.strictObject({ properties: spreadsheetPropertiesSchema, fields: z.string().optional() }),
  (draft, { properties, fields }, where) => {
    const paths = updatePaths(fields, where, { title: true, locale: true, timeZone: true, autoRecalc: true });
    assertSpreadsheetProperties(properties);
    for (const [name] of paths) {
      if (name === 'title') {
        if (!properties.title) throw invalid('Spreadsheet title must not be empty.');
        draft.title = properties.title;
      } else if (name === 'locale') draft.change({ locale: properties.locale ?? 'en_US' });
      else if (name === 'timeZone') draft.change({ timeZone: properties.timeZone ?? 'Etc/GMT' });
      else draft.change({ autoRecalc: properties.autoRecalc ?? 'ON_CHANGE' });
    }
    return undefined;
  },
);
