// The data file of `npm run bench -- --project`: what is prepared before the other project's function runs.

import * as z from 'zod';

const moment = z.iso.datetime({
  offset: true,
  error: 'a moment with its zone, such as 2026-01-05T09:00:00-06:00',
});
const name = z.string().min(1);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const spreadsheet = z.strictObject({
  name,
  sheets: z
    .array(
      z.strictObject({
        name,
        /** Texts are read as if typed: "5" is a number, "2026-01-05" a date, "=A1" a formula. */
        values: z.array(z.array(cell)).default([]),
      }),
    )
    .min(1),
});

const form = z.strictObject({
  title: name,
  items: z.array(
    z.strictObject({
      title: name,
      type: z
        .enum(['TEXT', 'PARAGRAPH_TEXT', 'MULTIPLE_CHOICE', 'CHECKBOX', 'LIST', 'SCALE', 'DATE', 'TIME'])
        .default('TEXT'),
      required: z.boolean().default(false),
      choices: z.array(z.string()).default([]),
    }),
  ),
  /** The spreadsheet that gets a row of each response, in a tab "Form Responses 1". */
  destination: name.optional(),
  responses: z
    .array(
      z.strictObject({
        at: moment.optional(),
        email: z.email().optional(),
        answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      }),
    )
    .default([]),
});

const trigger = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('form submit'),
    /** The form's title; the first form without it. */
    form: name.optional(),
    /** Which of its responses, from 1; the last one without it. */
    response: z.int().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({
    kind: z.literal('edit'),
    sheet: name,
    /** Such as "B2". */
    cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d*$/, 'a cell such as "B2"'),
    value: z.string(),
  }),
  z.strictObject({ kind: z.literal('clock') }),
]);

const projectData = z.strictObject({
  now: moment.default('2026-01-05T09:00:00-06:00'),
  timeZone: name.default('America/Chicago'),
  owner: z.email().default('owner@example.org'),
  /** What the script is bound to, by name or title. */
  container: z.union([z.strictObject({ spreadsheet: name }), z.strictObject({ form: name })]).optional(),
  /** Texts of the code to replace, such as a placeholder for an id; `{{Name}}` becomes the id of what is so called. */
  replace: z.record(z.string().min(1), z.string()).default({}),
  /** Script properties; `{{Name}}` as in replace. */
  properties: z.record(z.string(), z.string()).default({}),
  spreadsheets: z.array(spreadsheet).default([]),
  forms: z.array(form).default([]),
  trigger: trigger.optional(),
  /** What the function is given when no trigger starts it. */
  args: z.array(z.json()).default([]),
});

export type ProjectData = z.infer<typeof projectData>;
export type FormData = ProjectData['forms'][number];

/** @throws Error that lists in plain words what does not fit */
export function readProjectData(text: string, file: string): ProjectData {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`);
  }
  const read = projectData.safeParse(json);
  if (read.success) return read.data;
  const lines = read.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'the whole'}: ${message}`,
  );
  throw new Error([`${file} does not fit:`, ...lines].join('\n'));
}

/** What `--help` says about the file. */
export const DATA_HELP = `  The data file is JSON. Everything may be left out.
    now           the moment of the run, such as "2026-01-05T09:00:00-06:00"
    timeZone      of the spreadsheets, and of a project without a manifest: "America/Chicago"
    owner         the account that runs the function: "owner@example.org"
    container     what the script is bound to: {"spreadsheet": "Registers"} or {"form": "Sign up"}
    replace       texts of the code to replace: {"SPREADSHEET_ID": "{{Registers}}"}; {{Name}} is the id of that name
    properties    script properties, with {{Name}} as above
    spreadsheets  [{"name": "Registers", "sheets": [{"name": "Members", "values": [["Name", "Joined"], ["Ann", "2026-01-05"]]}]}]
                  texts are read as if typed
    forms         [{"title": "Sign up", "items": [{"title": "Name", "type": "TEXT", "required": true}],
                    "destination": "Registers", "responses": [{"at": …, "email": …, "answers": {"Name": "Ann"}}]}]
                  types as in FormApp.ItemType, with "choices" where there are any; responses go into "Form Responses 1"
    trigger       what the function is told: {"kind": "form submit", "form": "Sign up", "response": 1}, {"kind": "open"},
                  {"kind": "edit", "sheet": "Members", "cell": "B2", "value": "x"} or {"kind": "clock"};
                  without it the function runs as in the editor
    args          what the function is given when there is no trigger: ["Welcome", 3], or for doPost
                  [{"parameter": {"name": "Ann"}}]`;
