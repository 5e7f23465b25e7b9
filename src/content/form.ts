// How a form is written down as data: pages, words, questions, and where an answer leads.

/** Where a page or an answer leads: the key of a page, or the end of the form. */
export type Target = string;
export const SUBMIT = '→ submit';

export type FormItem = {
  /** Our own name of the item, which stays when its words change. */
  key: string;
  title: string;
  help?: string;
} & (
  | {
      kind: 'page';
      /** Where the page leads at its end; without it, to the page that follows. */
      next?: Target;
    }
  | { kind: 'words' }
  | { kind: 'line'; required: boolean; email?: { message: string }; atLeast?: Length }
  | { kind: 'text'; required: boolean; atLeast?: Length }
  | {
      /** One of several answers; when they lead to pages, all of them do. */
      kind: 'choice';
      required: boolean;
      options: readonly { label: string; goTo?: Target }[];
    }
  | {
      /** One box that must be ticked. */
      kind: 'tick';
      label: string;
    }
  | {
      /** Several boxes, of which any number may be ticked, or none. */
      kind: 'ticks';
      labels: readonly string[];
    }
);

/** How long an answer must be, and what she reads when it is shorter. */
export interface Length {
  characters: number;
  message: string;
}

export interface FormBlueprint {
  /** Name of the file in Drive. */
  fileName: string;
  title: string;
  description: string;
  confirmation: string;
  closed: string;
  items: FormItem[];
}

/** What came back: per key of a question, the text, the chosen answer, or the ticked labels. */
export type RawAnswers = Record<string, string | readonly string[] | undefined>;

// What a form is put together from. Questions need no answer unless they say so.

export const page = (key: string, title: string, help: string, next?: Target): FormItem => ({
  key: `page.${key}`,
  kind: 'page',
  title,
  help,
  ...(next === undefined ? {} : { next }),
});

export const words = (key: string, title: string, help: string): FormItem => ({
  key: `words.${key}`,
  kind: 'words',
  title,
  help,
});

export const line = (key: string, title: string, help = ''): FormItem => ({
  key,
  kind: 'line',
  title,
  help,
  required: false,
});

export const text = (key: string, title: string, help = '', required = false): FormItem => ({
  key,
  kind: 'text',
  title,
  help,
  required,
});

export const choice = (key: string, title: string, labels: readonly string[], help = ''): FormItem => ({
  key,
  kind: 'choice',
  title,
  help,
  required: false,
  options: labels.map((label) => ({ label })),
});

export const ticks = (key: string, title: string, labels: readonly string[], help = ''): FormItem => ({
  key,
  kind: 'ticks',
  title,
  help,
  labels,
});
