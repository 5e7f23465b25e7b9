// Loads what seldom runs, from a template beside the code: a scriptlet may hold any code, and calls functions of the code.
// https://developers.google.com/apps-script/guides/html/templates

import type * as Seldom from '../seldom.ts';
import { sharedWithSeldom } from './shared-with-seldom.ts';

type SeldomPart = typeof Seldom;

/** What the modules of the seldom part use of the code, by number. */
export type Shared = Readonly<Record<number, unknown>>;

/** The build puts the stamp of its seldom part here. */
declare const STAMP_OF_SELDOM: string;

let part: SeldomPart | undefined;

/** The functions of src/seldom.ts, loaded once in a run. Throws when they are not there, or were not built with the code. */
export function seldomPart(): SeldomPart {
  if (!part) HtmlService.createTemplateFromFile('seldom').evaluate();
  if (!part) throw new Error('The files “seldom” and “Code” are not of one build.');
  return part;
}

/** What the scriptlet of the template calls. */
export function takeSeldomPart(stamp: string, make: (shared: Shared) => SeldomPart): void {
  if (stamp === STAMP_OF_SELDOM) part = make(sharedWithSeldom());
}
