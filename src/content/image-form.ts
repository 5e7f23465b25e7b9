// The form about pictures: the answers that it offers, and a response understood.

import type { ForWhom, OptOutKind, OptOutScope } from '../domain/image-entries.ts';
import type { RawAnswers } from './form.ts';

/** What she wants, as the form offers it. */
export const WANTS: Record<OptOutKind, string> = {
  'No future pictures': 'No pictures of me from now on',
  'Withdraw pictures already made': 'Take down pictures that were made already',
  Both: 'Both: no new pictures, and take down the old ones',
  'Take back an opt-out': 'You may take and use pictures of me again',
};
export const CONFIRM = 'I confirm what I asked for before';

export const WHOM: Record<ForWhom, string> = {
  Herself: 'Only me',
  'Children or family': 'Only my children or my family',
  'Herself and family': 'Me, and my children or my family',
};

export const HOW_FAR: Record<OptOutScope, string> = {
  Everything: 'All pictures, on paper and on screens',
  'Internet and social media': 'Only the internet and social media',
  'Certain pictures': 'Only certain pictures: I name them next',
};

export interface ImageAnswers {
  /** Of a confirmation, only the address of one who came without her link. */
  name: string;
  email: string;
  reference: string;
  /** She confirms what she asked for before, and says nothing else. */
  isConfirmation: boolean;
  /** Null when the form gave no answer that we know; so too for the others. */
  kind: OptOutKind | null;
  forWhom: ForWhom | null;
  family: string;
  scope: OptOutScope | null;
  pictures: string;
  words: string;
}

function named<K extends string>(labels: Record<K, string>, label: string): K | null {
  return (Object.keys(labels) as K[]).find((name) => labels[name] === label) ?? null;
}

/** Understands a response. Pages that she left again by another answer do not count. */
export function readImageAnswers(raw: RawAnswers): ImageAnswers {
  const answer = (key: string) => {
    const value = raw[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const forWhom = named(WHOM, answer('forWhom'));
  const scope = named(HOW_FAR, answer('scope'));
  const isConfirmation = answer('want') === CONFIRM;
  return {
    name: isConfirmation ? '' : answer('name'),
    email: answer(isConfirmation ? 'confirm.email' : 'email'),
    reference: answer('reference'),
    isConfirmation,
    kind: named(WANTS, answer('want')),
    forWhom,
    family: forWhom === 'Herself' ? '' : answer('family'),
    scope,
    pictures: scope === 'Certain pictures' || scope === null ? answer('pictures') : '',
    words: answer('words'),
  };
}
