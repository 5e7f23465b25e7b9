// What a run must know before it can read the registers; one read of the script properties.

import { PROBLEMS } from '../content/problems.ts';
import type { Purpose } from '../domain/reference.ts';
import { byName, object, optional, type Shape, type ShapeOf, text, whole } from '../domain/shape.ts';
import { readProperties } from '../google/properties.ts';
import { accountRunning } from '../google/session.ts';
import { Refusal, StaffError } from './staff-error.ts';

export const PROPERTY = {
  registers: 'REGISTERS_ID',
  tabs: 'REGISTERS_TABS',
  formText: 'FORM_ACCEPTANCE_TEXT',
  settled: 'REGISTERS_SETTLED',
  secret: 'REFERENCE_SECRET',
  owner: 'TRIGGER_OWNER',
  nextOwner: 'TRIGGER_OWNER_NEXT',
  ownerSince: 'TRIGGER_OWNER_SINCE',
  cases: 'CASES_ID',
  caseTabs: 'CASES_TABS',
  reportForm: 'FORM_REPORT_ID',
  reportItems: 'FORM_REPORT_ITEMS',
  reportUrl: 'FORM_REPORT_URL',
  caseTrouble: 'CASES_TROUBLE',
  caseCount: 'CASES_COUNT',
  photoList: 'PHOTO_LIST_ID',
  formsWait: 'FORMS_WAIT',
} as const;

/** Where each form of the Registers is remembered. */
export const FORM_PROPERTY = {
  acceptance: { id: 'FORM_ACCEPTANCE_ID', items: 'FORM_ACCEPTANCE_ITEMS', link: 'FORM_ACCEPTANCE_LINK' },
  'image-opt-out': {
    id: 'FORM_IMAGE_OPT_OUT_ID',
    items: 'FORM_IMAGE_OPT_OUT_ITEMS',
    link: 'FORM_IMAGE_OPT_OUT_LINK',
  },
  agreement: { id: 'FORM_AGREEMENT_ID', items: 'FORM_AGREEMENT_ITEMS', link: 'FORM_AGREEMENT_LINK' },
} as const satisfies Record<Purpose, unknown>;

/**
 * Up to where a register is settled: the first open row, counted from 0, the id that stands there, and the time from
 * which every entry stands in that row or below.
 */
export interface Mark {
  row: number;
  id: string;
  since: string;
}
const mark: Shape<Mark> = object({ row: whole(1), id: text(), since: text() });

/** A form of ours. */
const formPlace = object({
  id: text(1),
  /** The id of each of its items, by our key. */
  items: byName(text()),
  /** Its address and the names of its parameters. */
  link: object({ url: text(), entries: byName(text()) }),
});

const stored = object({
  registersId: text(1),
  /** The id of each tab, by its name. */
  tabs: byName(whole()),
  forms: object({
    acceptance: formPlace,
    /** Missing until Set up has made them. */
    'image-opt-out': optional(formPlace),
    agreement: optional(formPlace),
  }),
  /** The hash of the text that the acceptance form shows. */
  formText: optional(text()),
  /** What is settled of the registers that grow. */
  settled: optional(byName(mark)),
  secret: text(32),
  /** The account that owns the triggers and sends the mail. */
  owner: text(1),
  /** The account that is to take over from it; empty or missing when none is. */
  nextOwner: optional(text()),
  /** When the owner took over from another account, local time; missing when it never did. */
  ownerSince: optional(text()),
  /** The Cases spreadsheet and the form for reports; missing until Set up has made them. */
  cases: optional(
    object({
      id: text(1),
      tabs: byName(whole()),
      /** The form for reports; empty before there is one. */
      formId: text(),
      items: byName(text()),
    }),
  ),
  /** Where the form for reports is filled in. */
  reportUrl: optional(text()),
  /** The spreadsheet with the no-photo list; missing until Set up has made it. */
  photoList: optional(text()),
  /** Set when the last work on cases failed, and staff were told. */
  caseTrouble: optional(text()),
  /** How many cases and questions wait (see case-count.ts). */
  caseCount: optional(text()),
  /** Set when a form's trigger has waited for its turn in vain. */
  formsWait: optional(text()),
});

export type Config = ShapeOf<typeof stored> & {
  /** When this run began, milliseconds since 1970, UTC. */
  startedMs: number;
};

/** Stops a run that a trigger of another account than the owner's has started: it has handed over, or is to take over. */
export class NotTheOwner extends Refusal {}

let isTriggered = false;

/** From here on, only the owner's account gets to read the registers. */
export function startedByTrigger(): void {
  isTriggered = true;
}

/** Throws StaffError when the desk has not been set up, and NotTheOwner in a trigger's run under another account. */
export function readConfig(): Config {
  const config = configAsItStands();
  if (isTriggered && accountRunning() !== config.owner) throw new NotTheOwner();
  return config;
}

/** For a run that only wants to know who the owner is. Throws StaffError when the desk has not been set up. */
export function configAsItStands(): Config {
  const values = readProperties();
  const read = {
    registersId: values[PROPERTY.registers],
    tabs: parsed(values[PROPERTY.tabs]),
    forms: {
      acceptance: formIn(values, 'acceptance'),
      'image-opt-out': formIn(values, 'image-opt-out'),
      agreement: formIn(values, 'agreement'),
    },
    formText: values[PROPERTY.formText],
    settled: parsed(values[PROPERTY.settled]),
    secret: values[PROPERTY.secret],
    owner: values[PROPERTY.owner],
    nextOwner: values[PROPERTY.nextOwner],
    ownerSince: values[PROPERTY.ownerSince],
    cases: casesIn(values),
    reportUrl: values[PROPERTY.reportUrl],
    photoList: values[PROPERTY.photoList],
    caseTrouble: values[PROPERTY.caseTrouble],
    caseCount: values[PROPERTY.caseCount],
    formsWait: values[PROPERTY.formsWait],
  };
  if (!stored(read)) throw new StaffError(PROBLEMS.notSetUp);
  return { ...read, startedMs: Date.now() };
}

/** What is remembered of a form; nothing before there is one. */
function formIn(values: Record<string, string>, purpose: Purpose) {
  const { id, items, link } = FORM_PROPERTY[purpose];
  if (!values[link]) return undefined;
  return { id: values[id], items: parsed(values[items]), link: parsed(values[link]) };
}

/** What is remembered of the Cases spreadsheet; nothing before there is one. */
function casesIn(values: Record<string, string>) {
  const id = values[PROPERTY.cases];
  const tabs = parsed(values[PROPERTY.caseTabs]);
  const items = parsed(values[PROPERTY.reportItems]) ?? {};
  return id && tabs ? { id, tabs, formId: values[PROPERTY.reportForm] ?? '', items } : undefined;
}

/** The value of a JSON text; undefined when there is none or it is none. */
export function parsed(json: string | undefined): unknown {
  try {
    return json === undefined ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}
