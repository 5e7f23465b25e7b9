// Requests about protected ranges, and how they look in answers.

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import * as z from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import type { Answer } from '../../../rest/api.ts';
import type { Draft } from '../draft.ts';
import { updatePaths } from '../masks.ts';
import type { ProtectedRange } from '../model.ts';
import { mayEditRange, protectedError } from '../protection.ts';
import { gridRange } from '../schemas.ts';
import { kind } from './kind.ts';

const protectedRangeSchema = z.strictObject({
  protectedRangeId: z.int().optional(),
  range: gridRange.optional(),
  namedRangeId: z.string().optional(),
  description: z.string().optional(),
  warningOnly: z.boolean().optional(),
  requestingUserCanEdit: z.boolean().optional(),
  unprotectedRanges: z.array(gridRange).optional(),
  editors: z
    .strictObject({ users: z.array(z.string()).optional(), domainUsersCanEdit: z.boolean().optional() })
    .optional(),
});

/** Who adds a protection can always edit what it protects, as on Google. */
function readEditors(
  draft: Draft,
  editors: z.infer<typeof protectedRangeSchema>['editors'],
): ProtectedRange['editors'] {
  const users = new Set([draft.owner, draft.caller.email, ...(editors?.users ?? [])]);
  return { users: [...users], domainUsersCanEdit: editors?.domainUsersCanEdit ?? false };
}

export function protectedRangeJson(
  draft: { caller: { email: string }; owner: string },
  range: ProtectedRange,
): Answer<sheets_v4.Schema$ProtectedRange> {
  return {
    protectedRangeId: range.protectedRangeId,
    range: range.range,
    ...(range.namedRangeId ? { namedRangeId: range.namedRangeId } : {}),
    ...(range.description ? { description: range.description } : {}),
    ...(range.warningOnly ? { warningOnly: true } : {}),
    ...(mayEditRange(draft.caller.email, draft.owner, range) ? { requestingUserCanEdit: true } : {}),
    ...(range.unprotectedRanges.length > 0 ? { unprotectedRanges: range.unprotectedRanges } : {}),
    ...(range.warningOnly
      ? {}
      : {
          editors: {
            users: range.editors.users,
            ...(range.editors.domainUsersCanEdit ? { domainUsersCanEdit: true } : {}),
          },
        }),
  };
}

const addProtectedRange = kind(
  z.strictObject({ protectedRange: protectedRangeSchema }),
  (draft, { protectedRange: given }) => {
    const named =
      given.namedRangeId === undefined
        ? undefined
        : draft.record.namedRanges.find((item) => item.namedRangeId === given.namedRangeId);
    if (given.namedRangeId !== undefined && !named)
      throw invalid(`No named range with id: ${given.namedRangeId}`);
    const range = named?.range ?? given.range;
    if (!range) throw invalid('Must specify either range or namedRangeId.');
    const { sheet } = draft.area(range);
    const added: ProtectedRange = {
      protectedRangeId: given.protectedRangeId ?? draft.newId(),
      range: { ...range, sheetId: sheet.sheetId },
      ...(named ? { namedRangeId: named.namedRangeId } : {}),
      ...(given.description ? { description: given.description } : {}),
      warningOnly: given.warningOnly ?? false,
      unprotectedRanges: given.unprotectedRanges ?? [],
      editors: readEditors(draft, given.editors),
    };
    if (findProtection(draft, added.protectedRangeId))
      throw invalid(`A protected range with id ${added.protectedRangeId} already exists.`);
    draft.changeSheet(sheet.sheetId, { protectedRanges: [...sheet.protectedRanges, added] });
    return { addProtectedRange: { protectedRange: protectedRangeJson(draft, added) } };
  },
);

function findProtection(
  draft: Draft,
  id: number | undefined,
): { sheetId: number; range: ProtectedRange } | undefined {
  for (const { sheetId, protectedRanges } of draft.record.sheets) {
    const range = protectedRanges.find((item) => item.protectedRangeId === id);
    if (range) return { sheetId, range };
  }
  return undefined;
}

function requireProtection(draft: Draft, id: number | undefined): { sheetId: number; range: ProtectedRange } {
  const found = findProtection(draft, id);
  if (!found) throw invalid(`No protected range with id: ${id ?? 0}`);
  if (!mayEditRange(draft.caller.email, draft.owner, found.range)) throw protectedError();
  return found;
}

const updateProtectedRange = kind(
  z.strictObject({ protectedRange: protectedRangeSchema, fields: z.string().optional() }),
  (draft, { protectedRange: given, fields }, where) => {
    const paths = updatePaths(fields, where, {
      range: true,
      namedRangeId: true,
      description: true,
      warningOnly: true,
      unprotectedRanges: true,
      editors: { users: true, domainUsersCanEdit: true },
    });
    const { sheetId, range } = requireProtection(draft, given.protectedRangeId);
    const names = new Set(paths.map(([name]) => name));
    if (names.has('range') && given.range) draft.area(given.range);
    const next: ProtectedRange = {
      ...range,
      ...(names.has('range') && given.range ? { range: { ...given.range, sheetId } } : {}),
      ...(names.has('description') ? { description: given.description } : {}),
      ...(names.has('warningOnly') ? { warningOnly: given.warningOnly ?? false } : {}),
      ...(names.has('unprotectedRanges') ? { unprotectedRanges: given.unprotectedRanges ?? [] } : {}),
      ...(names.has('editors') ? { editors: readEditors(draft, given.editors) } : {}),
    };
    const { protectedRanges } = draft.sheet(sheetId);
    draft.changeSheet(sheetId, {
      protectedRanges: protectedRanges.map((item) => (item === range ? next : item)),
    });
    return undefined;
  },
);

const deleteProtectedRange = kind(
  z.strictObject({ protectedRangeId: z.int().optional() }),
  (draft, { protectedRangeId }) => {
    const { sheetId, range } = requireProtection(draft, protectedRangeId);
    draft.changeSheet(sheetId, {
      protectedRanges: draft.sheet(sheetId).protectedRanges.filter((item) => item !== range),
    });
    return undefined;
  },
);

export const protectionRequests = { addProtectedRange, updateProtectedRange, deleteProtectedRange };
