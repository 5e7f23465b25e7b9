// What somebody with a camera has to mind, in words: on the no-photo list and in the lists for an event.

import type { LimitAtEvents } from '../domain/photographers-list.ts';

/** What to mind, by limit. */
export const TO_MIND: Record<LimitAtEvents, string> = {
  'no pictures': 'No pictures',
  'not on the internet': 'Pictures, but not on the internet or social media',
  'ask first': 'Please ask first',
};

/** The spreadsheet that is shared with photographers. */
export const PHOTO_LIST = {
  title: 'No-photo list',
  intro: 'These people must not be in pictures, or only as it says here. Thank you for looking after them.',
  changed: (date: string) => `Last change: ${date}`,
  headers: ['Name', 'What to mind'],
  nobody: 'Nobody is on this list at the moment.',
  /** Whose name nobody knows, and whose address is no photographer's business. */
  nameless: 'Somebody whose name we do not know yet. Please ask the program.',
  more: '… and more: please ask the program',
  family: (of: string) => `Child or family of ${of}`,
  named: (name: string, of: string) => `${name} (family of ${of})`,
  guard: 'The system writes this list. What is typed here goes away in the next night.',
};
