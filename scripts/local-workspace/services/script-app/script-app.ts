// ScriptApp: the script's installable triggers.

import { invalid, notImplemented } from '../../kernel/errors.ts';
import type { Execution } from '../../script/execution.ts';
import { type EnumValue, enumeration, ServiceObject } from '../../script/service.ts';
import type { TriggerRecord, Triggers } from '../../script/triggers.ts';
import type { Files } from '../drive/files.ts';
import { TriggerBuilder } from './trigger-builder.ts';

const TRIGGER_SCOPE = 'https://www.googleapis.com/auth/script.scriptapp';

export const EventType = enumeration('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
const TriggerSource = enumeration('TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]);
const WeekDay = enumeration('Weekday', [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
]);

const AuthorizationStatus = enumeration('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);

export class ScriptApp extends ServiceObject {
  static override readonly serviceName = 'ScriptApp';
  static override readonly constants = {
    AuthMode: enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']),
    AuthorizationStatus,
    EventType,
    TriggerSource,
    WeekDay,
  };
  static override readonly scopes = {
    getProjectTriggers: [TRIGGER_SCOPE],
    newTrigger: [TRIGGER_SCOPE],
    deleteTrigger: [TRIGGER_SCOPE],
  };
  static override readonly signatures = {
    getScriptId: [''],
    getAuthorizationInfo: ['AuthMode', 'AuthMode, String[]'],
    getProjectTriggers: [''],
    getUserTriggers: ['Object'],
    newTrigger: ['String'],
    deleteTrigger: ['Trigger'],
  };

  constructor(
    private readonly execution: Execution,
    private readonly triggers: Triggers,
    private readonly files: Files,
    private readonly wantedScopes: readonly string[],
  ) {
    super();
  }

  getScriptId(): string {
    return this.execution.options.scriptId;
  }

  /** Whether the account must still grant something: of these scopes, or of all that the manifest names. */
  getAuthorizationInfo(_mode: EnumValue | null, scopes: readonly string[] = this.wantedScopes) {
    const { execution } = this;
    return execution.remote(
      'ScriptApp.getAuthorizationInfo',
      () => new AuthorizationInfo(execution.options.scriptId, scopes, execution.options.scopes),
    );
  }

  /** The current account's triggers only: nobody sees another account's. */
  getProjectTriggers(): Trigger[] {
    return this.execution.remote('ScriptApp.getProjectTriggers', () =>
      this.triggers
        .of(this.execution.options.scriptId, this.execution.user)
        .map((record) => new Trigger(record)),
    );
  }

  getUserTriggers(_file: unknown): never {
    throw notImplemented('ScriptApp.getUserTriggers');
  }

  newTrigger(functionName: string): TriggerBuilder {
    return new TriggerBuilder(this.execution, this.triggers, this.files, functionName);
  }

  deleteTrigger(trigger: Trigger): void {
    this.execution.remote('ScriptApp.deleteTrigger', () => {
      if (trigger.record.owner !== this.execution.user)
        throw invalid('Unexpected error while deleting the trigger.');
      this.triggers.delete(trigger.record.id);
    });
  }
}

class AuthorizationInfo extends ServiceObject {
  static override readonly serviceName = 'AuthorizationInfo';
  static override readonly signatures = {
    getAuthorizationStatus: [''],
    getAuthorizationUrl: [''],
    getAuthorizedScopes: [''],
  };

  constructor(
    private readonly scriptId: string,
    private readonly wanted: readonly string[],
    private readonly granted: readonly string[],
  ) {
    super();
  }

  private get isComplete(): boolean {
    return this.wanted.every((scope) => this.granted.includes(scope));
  }

  getAuthorizationStatus(): EnumValue {
    return this.isComplete ? AuthorizationStatus.NOT_REQUIRED : AuthorizationStatus.REQUIRED;
  }

  /** Where the account can grant what is missing; null when nothing is. */
  getAuthorizationUrl(): string | null {
    return this.isComplete ? null : `https://script.google.com/macros/d/${this.scriptId}/auth`;
  }

  getAuthorizedScopes(): string[] {
    return [...this.granted];
  }
}

export class Trigger extends ServiceObject {
  static override readonly serviceName = 'Trigger';
  static override readonly signatures = {
    getUniqueId: [''],
    getHandlerFunction: [''],
    getEventType: [''],
    getTriggerSource: [''],
    getTriggerSourceId: [''],
    isDisabled: [''],
  };

  constructor(readonly record: TriggerRecord) {
    super();
  }

  getUniqueId(): string {
    return this.record.id;
  }

  getHandlerFunction(): string {
    return this.record.handler;
  }

  getEventType(): EnumValue {
    switch (this.record.source.kind) {
      case 'form submit':
      case 'sheet form submit':
        return EventType.ON_FORM_SUBMIT;
      case 'edit':
        return EventType.ON_EDIT;
      case 'change':
        return EventType.ON_CHANGE;
      case 'open':
        return EventType.ON_OPEN;
      case 'clock':
        return EventType.CLOCK;
    }
  }

  getTriggerSource(): EnumValue {
    const { kind } = this.record.source;
    return kind === 'form submit'
      ? TriggerSource.FORMS
      : kind === 'clock'
        ? TriggerSource.CLOCK
        : TriggerSource.SPREADSHEETS;
  }

  /** Null for clock triggers. */
  getTriggerSourceId(): string | null {
    const { source } = this.record;
    if (source.kind === 'clock') return null;
    return source.kind === 'form submit' ? source.formId : source.spreadsheetId;
  }

  isDisabled(): boolean {
    return this.record.disabled ?? false;
  }
}
