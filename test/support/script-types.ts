// The types in which the bundle writes its requests have nothing that googleapis' own types lack, or this does not compile.

import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

/** The paths of fields in a type that the other lacks, or has of another kind. */
type Strays<Ours, Theirs> =
  NonNullable<Ours> extends infer A
    ? NonNullable<Theirs> extends infer B
      ? A extends readonly (infer AItem)[]
        ? B extends readonly (infer BItem)[]
          ? Strays<AItem, BItem>
          : 'another kind'
        : A extends object
          ? B extends object
            ? { [Name in keyof A & string]-?: Stray<Name, A, B> }[keyof A & string]
            : 'another kind'
          : A extends B
            ? never
            : 'another kind'
      : never
    : never;
type Stray<Name extends keyof A & string, A, B> = Name extends keyof B
  ? Strays<A[Name], B[Name]> extends infer Inner
    ? Inner extends string
      ? `${Name}.${Inner}`
      : never
    : never
  : Name;

type None<T extends never> = T;
type Sheets = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;
type Message = Omit<GoogleAppsScript.Gmail.Schema.Message, 'payload'>;
type File = Pick<
  GoogleAppsScript.Drive_v3.Drive.V3.Schema.File,
  'name' | 'mimeType' | 'writersCanShare' | 'trashed'
>;
type Permission = GoogleAppsScript.Drive_v3.Drive.V3.Schema.Permission;

/** The compiler's message names a stray field. */
export type NoStrays = None<
  | Strays<Sheets, sheets_v4.Schema$BatchUpdateSpreadsheetRequest>
  | Strays<Message, gmail_v1.Schema$Message>
  | Strays<GoogleAppsScript.Gmail.Schema.Label, gmail_v1.Schema$Label>
  | Strays<
      GoogleAppsScript.Gmail.Schema.BatchModifyMessagesRequest,
      gmail_v1.Schema$BatchModifyMessagesRequest
    >
  | Strays<File, drive_v3.Schema$File>
  | Strays<Permission, drive_v3.Schema$Permission>
>;

// @ts-expect-error It finds one that is planted.
export type UnknownField = None<Strays<{ properties?: { colour?: string } }, sheets_v4.Schema$Sheet>>;
// @ts-expect-error
export type AnotherKind = None<Strays<{ properties?: { title?: number } }, sheets_v4.Schema$Sheet>>;
