// The builders behind ScriptApp.newTrigger: for a form, a spreadsheet or the clock.

import { CalendarDate, toZoned } from '@internationalized/date';
import { invalid } from '../../kernel/errors.ts';
import type { Execution } from '../../script/execution.ts';
import { checkMinutes, type Schedule } from '../../script/schedule.ts';
import { type EnumValue, ServiceObject } from '../../script/service.ts';
import type { TriggerSource, Triggers } from '../../script/triggers.ts';
import type { Files } from '../drive/files.ts';
import { Trigger } from './script-app.ts';

/** Makes the trigger when `create()` is called; shared by all the builders. */
abstract class Builder extends ServiceObject {
  constructor(
    protected readonly execution: Execution,
    protected readonly triggers: Triggers,
    protected readonly handler: string,
  ) {
    super();
  }

  protected make(source: TriggerSource): Trigger {
    return this.execution.remote('ScriptApp.newTrigger', () => {
      const { scriptId, kind } = this.execution.options;
      const trigger = this.triggers.create(scriptId, this.handler, this.execution.user, source);
      // A trigger that another trigger made comes into being switched off (issuetracker 150756612).
      if (kind === 'clock' || kind === 'form submit' || kind === 'edit')
        this.triggers.setDisabled(trigger.id, true);
      return new Trigger(trigger);
    });
  }
}

export class TriggerBuilder extends Builder {
  static override readonly serviceName = 'TriggerBuilder';
  static override readonly signatures = {
    forForm: ['Form', 'String'],
    forSpreadsheet: ['Spreadsheet', 'String'],
    timeBased: [''],
  };

  constructor(
    execution: Execution,
    triggers: Triggers,
    private readonly files: Files,
    handler: string,
  ) {
    super(execution, triggers, handler);
  }

  forForm(form: string | { getId(): string }): FormTriggerBuilder {
    return new FormTriggerBuilder(this.execution, this.triggers, this.handler, this.idOf(form));
  }

  forSpreadsheet(spreadsheet: string | { getId(): string }): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.execution, this.triggers, this.handler, this.idOf(spreadsheet));
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.execution, this.triggers, this.handler);
  }

  private idOf(target: string | { getId(): string }): string {
    const id = typeof target === 'string' ? target : target.getId();
    if (!this.files.find(id) || !this.files.may({ email: this.execution.user }, id, 'read'))
      throw invalid('No item with the given ID could be found, or you do not have permission to access it.');
    return id;
  }
}

export class FormTriggerBuilder extends Builder {
  static override readonly serviceName = 'FormTriggerBuilder';
  static override readonly signatures = { onFormSubmit: [''], create: [''] };

  constructor(
    execution: Execution,
    triggers: Triggers,
    handler: string,
    private readonly formId: string,
  ) {
    super(execution, triggers, handler);
  }

  onFormSubmit(): this {
    return this;
  }

  create(): Trigger {
    return this.make({ kind: 'form submit', formId: this.formId });
  }
}

export class SpreadsheetTriggerBuilder extends Builder {
  static override readonly serviceName = 'SpreadsheetTriggerBuilder';
  static override readonly signatures = {
    onEdit: [''],
    onChange: [''],
    onOpen: [''],
    onFormSubmit: [''],
    create: [''],
  };
  private kind: 'edit' | 'change' | 'open' | 'sheet form submit' | undefined;

  constructor(
    execution: Execution,
    triggers: Triggers,
    handler: string,
    private readonly spreadsheetId: string,
  ) {
    super(execution, triggers, handler);
  }

  onEdit(): this {
    this.kind = 'edit';
    return this;
  }
  onChange(): this {
    this.kind = 'change';
    return this;
  }
  onOpen(): this {
    this.kind = 'open';
    return this;
  }
  onFormSubmit(): this {
    this.kind = 'sheet form submit';
    return this;
  }

  create(): Trigger {
    if (!this.kind) throw invalid('The trigger has no event type');
    return this.make({ kind: this.kind, spreadsheetId: this.spreadsheetId });
  }
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

export class ClockTriggerBuilder extends Builder {
  static override readonly serviceName = 'ClockTriggerBuilder';
  static override readonly signatures = {
    everyMinutes: ['Integer'],
    everyHours: ['Integer'],
    everyDays: ['Integer'],
    everyWeeks: ['Integer'],
    onWeekDay: ['Weekday'],
    onMonthDay: ['Integer'],
    atHour: ['Integer'],
    nearMinute: ['Integer'],
    inTimezone: ['String'],
    after: ['Integer'],
    at: ['Date'],
    atDate: ['Integer, Integer, Integer'],
    create: [''],
  };
  private repeat: { every: 'minutes' | 'hours' | 'days' | 'weeks' | 'month'; count: number } | undefined;
  private once: number | undefined;
  private weekday = 1;
  private hour: number | undefined;
  private minute: number | undefined;
  private zone = this.execution.options.timeZone;

  everyMinutes(count: number): this {
    checkMinutes(count);
    return this.repeats('minutes', count);
  }
  everyHours(count: number): this {
    return this.repeats('hours', count);
  }
  everyDays(count: number): this {
    return this.repeats('days', count);
  }
  everyWeeks(count: number): this {
    return this.repeats('weeks', count);
  }
  onWeekDay(day: EnumValue): this {
    this.weekday = WEEKDAYS.indexOf(day.name) + 1;
    return this.repeat ? this : this.repeats('weeks', 1);
  }
  onMonthDay(day: number): this {
    return this.repeats('month', day);
  }
  atHour(hour: number): this {
    if (hour < 0 || hour > 23) throw invalid('Invalid argument: hour');
    this.hour = hour;
    return this;
  }
  nearMinute(minute: number): this {
    this.minute = minute;
    return this;
  }
  inTimezone(zone: string): this {
    this.zone = zone;
    return this;
  }
  after(ms: number): this {
    this.once = this.execution.kernel.clock.now() + ms;
    return this;
  }
  at(date: Date): this {
    this.once = date.getTime();
    return this;
  }
  atDate(year: number, month: number, day: number): this {
    this.once = toZoned(new CalendarDate(year, month, day), this.zone)
      .toDate()
      .getTime();
    return this;
  }

  create(): Trigger {
    return this.make({ kind: 'clock', schedule: this.schedule() });
  }

  private repeats(every: NonNullable<typeof this.repeat>['every'], count: number): this {
    if (count < 1) throw invalid('The recurrence of the trigger must be at least 1.');
    this.repeat = { every, count };
    return this;
  }

  private schedule(): Schedule {
    if (this.once !== undefined) return { every: 'once', at: this.once };
    if (!this.repeat) throw invalid('The trigger has no recurrence');
    const { every, count } = this.repeat;
    if ((every === 'minutes' || every === 'hours') && this.hour !== undefined) {
      throw invalid('The hour can only be set for triggers that run every day or week.');
    }
    const at = {
      zone: this.zone,
      ...(this.hour === undefined ? {} : { hour: this.hour }),
      ...(this.minute === undefined ? {} : { minute: this.minute }),
    };
    switch (every) {
      case 'minutes':
        checkMinutes(count);
        return { every, count };
      case 'hours':
        return { every, count };
      case 'days':
        return { every, count, ...at };
      case 'weeks':
        return { every, count, weekday: this.weekday, ...at };
      case 'month':
        return { every, day: count, ...at };
    }
  }
}
