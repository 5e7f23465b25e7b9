// What requests to the Apps Script API may hold; unknown fields are refused.

import * as z from 'zod';

export const Pages = z.strictObject({
  pageSize: z.int().min(1).max(100).optional(),
  pageToken: z.string().optional(),
});

export const CreateProject = z.strictObject({
  title: z.string().optional(),
  parentId: z.string().optional(),
});

export const GetContent = z.strictObject({ versionNumber: z.int().optional() });

const person = z.strictObject({
  domain: z.string().optional(),
  email: z.string().optional(),
  name: z.string().optional(),
  photoUrl: z.string().optional(),
});

const declared = z.strictObject({ name: z.string().optional(), parameters: z.array(z.string()).optional() });

/** A file; what Google itself says of it may come back and counts for nothing. */
const file = z.strictObject({
  name: z.string(),
  type: z.enum(['SERVER_JS', 'HTML', 'JSON']),
  source: z.string(),
  createTime: z.string().optional(),
  updateTime: z.string().optional(),
  lastModifyUser: person.optional(),
  functionSet: z.strictObject({ values: z.array(declared).optional() }).optional(),
});

export const Content = z.strictObject({ scriptId: z.string().optional(), files: z.array(file).optional() });

export const Version = z.strictObject({
  scriptId: z.string().optional(),
  versionNumber: z.int().optional(),
  description: z.string().optional(),
  createTime: z.string().optional(),
});

export const DeploymentConfig = z.strictObject({
  scriptId: z.string().optional(),
  versionNumber: z.int().optional(),
  manifestFileName: z.string().optional(),
  description: z.string().optional(),
});

export const UpdateDeployment = z.strictObject({ deploymentConfig: DeploymentConfig.optional() });

export const ExecutionRequest = z.strictObject({
  function: z.string().optional(),
  parameters: z.array(z.unknown()).optional(),
  devMode: z.boolean().optional(),
  sessionState: z.string().optional(),
});

export const PROCESS_TYPES = [
  'PROCESS_TYPE_UNSPECIFIED',
  'ADD_ON',
  'EXECUTION_API',
  'TIME_DRIVEN',
  'TRIGGER',
  'WEBAPP',
  'EDITOR',
  'SIMPLE_TRIGGER',
  'MENU',
  'BATCH_TASK',
] as const;
export const PROCESS_STATUSES = [
  'PROCESS_STATUS_UNSPECIFIED',
  'RUNNING',
  'PAUSED',
  'COMPLETED',
  'CANCELED',
  'FAILED',
  'TIMED_OUT',
  'UNKNOWN',
  'DELAYED',
  'EXECUTION_DISABLED',
] as const;
export const ACCESS_LEVELS = ['USER_ACCESS_LEVEL_UNSPECIFIED', 'NONE', 'READ', 'WRITE', 'OWNER'] as const;

export const UserProcesses = Pages.extend({
  'userProcessFilter.scriptId': z.string().optional(),
  'userProcessFilter.functionName': z.string().optional(),
  'userProcessFilter.startTime': z.iso.datetime().optional(),
  'userProcessFilter.endTime': z.iso.datetime().optional(),
  'userProcessFilter.types': z.array(z.enum(PROCESS_TYPES)).optional(),
  'userProcessFilter.statuses': z.array(z.enum(PROCESS_STATUSES)).optional(),
  'userProcessFilter.userAccessLevels': z.array(z.enum(ACCESS_LEVELS)).optional(),
});

export const ScriptProcesses = Pages.extend({
  scriptId: z.string().optional(),
  'scriptProcessFilter.functionName': z.string().optional(),
  'scriptProcessFilter.startTime': z.iso.datetime().optional(),
  'scriptProcessFilter.endTime': z.iso.datetime().optional(),
  'scriptProcessFilter.types': z.array(z.enum(PROCESS_TYPES)).optional(),
  'scriptProcessFilter.statuses': z.array(z.enum(PROCESS_STATUSES)).optional(),
  'scriptProcessFilter.userAccessLevels': z.array(z.enum(ACCESS_LEVELS)).optional(),
});
