// The files that whoever owns the automatic work must be able to open and change.

import { HANDED_FILES, type HandedFile } from '../content/hand-over-words.ts';
import { describeSpreadsheet } from '../google/describe-spreadsheet.ts';
import { readDocument } from '../google/docs.ts';
import { openForm } from '../google/form-responses.ts';
import type { FileKind } from '../google/hand-over.ts';
import type { Desk } from './desk.ts';

export interface FileHanded {
  name: string;
  kind: FileKind;
  id: string;
}

/** All that Set up has made; what it has not made yet is left out. */
export function handedFiles({ config, settings }: Desk): FileHanded[] {
  const { forms, cases, photoList, registersId } = config;
  const file = (name: HandedFile, kind: FileKind, id: string | undefined) =>
    id ? [{ name: HANDED_FILES[name], kind, id }] : [];
  return [
    ...file('registers', 'spreadsheet', registersId),
    ...file('acceptance', 'form', forms.acceptance.id),
    ...file('image-opt-out', 'form', forms['image-opt-out']?.id),
    ...file('agreement', 'form', forms.agreement?.id),
    ...file('report', 'form', cases?.formId),
    ...file('document', 'document', settings.codeDocument),
    ...file('photoList', 'spreadsheet', photoList),
    ...file('cases', 'spreadsheet', cases?.id),
  ];
}

/** Whether this account can open it. */
export function canOpen({ kind, id }: Pick<FileHanded, 'kind' | 'id'>): boolean {
  try {
    if (kind === 'form') openForm(id);
    else if (kind === 'document') readDocument(id);
    else describeSpreadsheet(id);
    return true;
  } catch {
    return false;
  }
}
