// The words of the form for disclosure agreements.

import type { FormBlueprint } from '../form.ts';
import { WHO } from './who.ts';

export const AGREEMENT_FORM: FormBlueprint & { samples: Record<string, string> } = {
  fileName: 'Disclosure agreement',
  title: 'An agreement on what may be told',
  description: '',
  confirmation: 'Thank you.',
  closed: 'This form takes no answers at the moment. Please write to {{contact}}.',
  items: WHO,
  /** An answer for each question that a personal link fills in; by them the names of its parameters are found. */
  samples: { reference: 'sample-reference' },
};
