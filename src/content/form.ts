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
  | { kind: 'line'; required: boolean; email?: { message: string } }
  | { kind: 'text'; required: boolean }
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
);

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
