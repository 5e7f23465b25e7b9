// Request bodies and parameters of the Drive API, as far as it is offered.

import * as z from 'zod';

/** Fields that Google lets clients write and that are not offered here; they are refused by name. */
export const ABSENT_FIELDS = [
  'appProperties',
  'contentHints',
  'contentRestrictions',
  'createdTime',
  'description',
  'folderColorRgb',
  'id',
  'inheritedPermissionsDisabled',
  'modifiedTime',
  'originalFilename',
  'parents',
  'properties',
  'shortcutDetails',
  'starred',
  'viewedByMeTime',
] as const;

const absent = Object.fromEntries(ABSENT_FIELDS.map((name) => [name, z.unknown().optional()])) as Record<
  (typeof ABSENT_FIELDS)[number],
  z.ZodOptional<z.ZodUnknown>
>;

export const File = z.strictObject({
  ...absent,
  name: z.string().optional(),
  mimeType: z.string().optional(),
  trashed: z.boolean().optional(),
  writersCanShare: z.boolean().optional(),
  copyRequiresWriterPermission: z.boolean().optional(),
});

export const Permission = z.strictObject({
  type: z.enum(['user', 'group', 'domain', 'anyone']).optional(),
  role: z.enum(['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader']).optional(),
  emailAddress: z.string().optional(),
  domain: z.string().optional(),
  allowFileDiscovery: z.boolean().optional(),
});

/** Parameters about shared drives, which are not offered: a single drive answers the same with and without them. */
const drives = { supportsAllDrives: z.boolean().optional(), supportsTeamDrives: z.boolean().optional() };

export const OneFile = z.strictObject({ ...drives, acknowledgeAbuse: z.boolean().optional() });
export const WriteFile = z.strictObject(drives);

export const ListFiles = z.strictObject({
  ...drives,
  q: z.string().optional(),
  pageSize: z.int().min(1).max(1000).optional(),
  pageToken: z.string().optional(),
  spaces: z.enum(['drive']).optional(),
  corpora: z.enum(['user']).optional(),
  includeItemsFromAllDrives: z.boolean().optional(),
});

export const ListPermissions = z.strictObject({
  ...drives,
  includePermissionsForView: z.enum(['published']).optional(),
  pageSize: z.int().min(1).max(100).optional(),
  pageToken: z.string().optional(),
});

export const CreatePermission = z.strictObject({
  ...drives,
  sendNotificationEmail: z.boolean().optional(),
  emailMessage: z.string().optional(),
  transferOwnership: z.boolean().optional(),
});
