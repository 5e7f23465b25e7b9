// The globals that a script finds in its realm: Google's services, the advanced ones that its manifest switches on, and
// for services that the local Workspace does not have, a name that says so when it is used.

import type { Workspace } from '../index.ts';
import { advancedService } from '../rest/advanced-service.ts';
import { CacheService } from '../services/cache/cache-service.ts';
import { ContentService } from '../services/content/content-service.ts';
import { documentApp } from '../services/docs/script/document-app.ts';
import { formApp } from '../services/forms/script/form-app.ts';
import { gmailApp } from '../services/gmail/gmail-app.ts';
import { mailApp } from '../services/gmail/mail-app.ts';
import { HtmlService } from '../services/html/html-service.ts';
import { LockService } from '../services/lock/lock-service.ts';
import { Logger } from '../services/logger/logger.ts';
import { PropertiesService } from '../services/properties/properties-service.ts';
import { ScriptApp } from '../services/script-app/script-app.ts';
import { Session } from '../services/session/session.ts';
import { spreadsheetApp } from '../services/sheets/script/spreadsheet-app.ts';
import { Utilities } from '../services/utilities/utilities.ts';
import type { Execution } from './execution.ts';
import type { Globals } from './runner.ts';
import { ServiceObject } from './service.ts';

/** Services of Google that scripts may look for and that are not here. */
const ABSENT_NAMES = [
  'BigQuery',
  'Browser',
  'Calendar',
  'CalendarApp',
  'Charts',
  'ContactsApp',
  'DriveApp',
  'Forms',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'People',
  'SitesApp',
  'SlidesApp',
  'UrlFetchApp',
  'XmlService',
] as const;

/** A service of which every member throws by name. */
function absent(name: string): ServiceObject {
  class Absent extends ServiceObject {
    static override readonly serviceName = name;
    static override readonly signatures = {};
  }
  return new Absent();
}

const ABSENT = Object.fromEntries(ABSENT_NAMES.map((name) => [name, absent(name)]));

export function globalsFor(workspace: Workspace, execution: Execution): Globals {
  const { docs, files, forms, gmail, projects, sheets, triggers } = workspace;
  const { scriptId } = execution.options;
  const enabled = projects.manifest(scriptId).dependencies?.enabledAdvancedServices ?? [];
  const caller = { email: execution.user, scopes: execution.options.scopes, app: scriptId };
  return {
    services: {
      ...ABSENT,
      CacheService: new CacheService(execution),
      ContentService: new ContentService(),
      DocumentApp: documentApp(docs, execution),
      FormApp: formApp(forms, execution),
      GmailApp: gmailApp(gmail, execution),
      HtmlService: new HtmlService((name) => projects.html(scriptId, name)),
      LockService: new LockService(execution),
      Logger: new Logger(execution),
      MailApp: mailApp(gmail, execution),
      PropertiesService: new PropertiesService(execution),
      ScriptApp: new ScriptApp(execution, triggers, files, projects.manifest(scriptId).oauthScopes ?? []),
      Session: new Session(execution),
      SpreadsheetApp: spreadsheetApp(sheets, execution),
      Utilities: new Utilities(execution),
    },
    advanced: enabled.flatMap(({ userSymbol, serviceId }) => {
      const methods = workspace.apis[serviceId as keyof Workspace['apis']];
      return methods ? [advancedService(userSymbol, methods, execution, caller)] : [];
    }),
  };
}
