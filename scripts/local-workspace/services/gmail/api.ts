// The Gmail API of the local Workspace: every method that it has.

import type { ApiMethod } from '../../rest/api.ts';
import { draftsApi } from './api-drafts.ts';
import { messagesApi, threadsApi } from './api-messages.ts';
import { settingsApi } from './api-settings.ts';
import type { GmailEngine } from './engine.ts';

export const gmailApi = (engine: GmailEngine): ApiMethod[] => [
  ...messagesApi(engine),
  ...threadsApi(engine),
  ...draftsApi(engine),
  ...settingsApi(engine),
];
