// The enumerations of FormApp.

import { type EnumValue, enumeration } from '../../../script/service.ts';
import type { EmailCollection, ItemType as Type } from '../form-model.ts';

export const ItemType = enumeration('ItemType', [
  'CHECKBOX',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'DURATION',
  'GRID',
  'IMAGE',
  'LIST',
  'MULTIPLE_CHOICE',
  'PAGE_BREAK',
  'PARAGRAPH_TEXT',
  'RATING',
  'SCALE',
  'SECTION_HEADER',
  'TEXT',
  'TIME',
  'VIDEO',
  'FILE_UPLOAD',
  'UNSUPPORTED',
]);

export const Alignment = enumeration('Alignment', ['LEFT', 'CENTER', 'RIGHT']);
export const DestinationType = enumeration('DestinationType', ['SPREADSHEET']);
export const FeedbackType = enumeration('FeedbackType', ['CORRECT', 'INCORRECT', 'GENERAL']);
export const PageNavigationType = enumeration('PageNavigationType', [
  'CONTINUE',
  'GO_TO_PAGE',
  'RESTART',
  'SUBMIT',
]);

/** Not in Google's reference, but in use (apps-script-facts, section 4). */
export const EmailCollectionType = enumeration('EmailCollectionType', [
  'DO_NOT_COLLECT',
  'VERIFIED',
  'RESPONDER_INPUT',
]);

export const itemTypeOf = (type: Type): EnumValue => ItemType[type];
export const emailCollectionOf = (value: EnumValue): EmailCollection => value.name as EmailCollection;
