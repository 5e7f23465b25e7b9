// The words of the form about pictures.

import type { FormBlueprint } from '../form.ts';
import { WHO } from './who.ts';

export const IMAGE_FORM: FormBlueprint & { samples: Record<string, string> } = {
  fileName: 'Pictures',
  title: 'Pictures of you',
  description: '',
  confirmation: 'Thank you.',
  closed: 'This form takes no answers at the moment. Please write to {{contact}}.',
  items: WHO,
  /** An answer for each question that a personal link fills in; by them the names of its parameters are found. */
  samples: { reference: 'sample-reference' },
};
