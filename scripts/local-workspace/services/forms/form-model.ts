// What a form, its items and its responses consist of: plain values, as they lie in the store.

export const ITEM_TYPES = [
  'TEXT',
  'PARAGRAPH_TEXT',
  'MULTIPLE_CHOICE',
  'CHECKBOX',
  'LIST',
  'SCALE',
  'DATE',
  'TIME',
  'PAGE_BREAK',
  'SECTION_HEADER',
] as const;

export type ItemType = (typeof ITEM_TYPES)[number];

/** Where a member goes after a page. */
export type Navigation =
  | { readonly type: 'CONTINUE' | 'SUBMIT' | 'RESTART' }
  /** To the page that begins with the page break of this item id. */
  | { readonly type: 'GO_TO_PAGE'; readonly itemId: number };

export interface Choice {
  readonly value: string;
  readonly navigation?: Navigation;
  readonly correct?: boolean;
}

/** A rule on one answer, named as in Apps Script's builders without `require`. */
export interface Rule {
  readonly name: string;
  readonly args: readonly (string | number)[];
  /** Shown instead of Google's own text when the answer does not fit; '' for Google's. */
  readonly helpText: string;
}

export interface FormItem {
  /** In FormApp `getId()`; in REST its hexadecimal digits. */
  readonly id: number;
  /** The number in `entry.N`; 0 for an item that asks nothing. */
  readonly questionId: number;
  readonly type: ItemType;
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  /** For MULTIPLE_CHOICE, CHECKBOX and LIST. */
  readonly choices: readonly Choice[];
  /** Offers an answer in the member's own words. */
  readonly other: boolean;
  /** For TEXT, PARAGRAPH_TEXT and CHECKBOX. */
  readonly rule?: Rule;
  /** For PAGE_BREAK: where to go instead of entering this page when the page before it is completed. */
  readonly goTo?: Navigation;
  readonly scale?: {
    readonly low: number;
    readonly high: number;
    readonly lowLabel: string;
    readonly highLabel: string;
  };
  /** For DATE. */
  readonly includesYear?: boolean;
}

export type EmailCollection = 'DO_NOT_COLLECT' | 'RESPONDER_INPUT' | 'VERIFIED';

export interface FormSettings {
  readonly published: boolean;
  readonly accepting: boolean;
  readonly emailCollection: EmailCollection;
  readonly allowEdits: boolean;
  readonly limitOne: boolean;
  readonly progressBar: boolean;
  readonly confirmationMessage: string;
  readonly closedMessage: string;
  readonly respondAgainLink: boolean;
  readonly shuffleQuestions: boolean;
  readonly publishingSummary: boolean;
}

export interface Form {
  /** The id of its file. */
  readonly id: string;
  /** The id in the address that members get: `/forms/d/e/<publishedId>/viewform`. */
  readonly publishedId: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly FormItem[];
  readonly settings: FormSettings;
  /** The spreadsheet that gets a copy of each response. */
  readonly destinationId?: string;
  /** Counts changes of the content, for REST's `revisionId`. */
  readonly revision: number;
}

/** Answers by question id; every answer is a list, of one text except for checkboxes. */
export type Answers = Readonly<Record<string, readonly string[]>>;

export interface FormResponse {
  readonly id: string;
  readonly formId: string;
  readonly createTime: number;
  readonly lastSubmittedTime: number;
  readonly answers: Answers;
  /** Only when the form collects addresses. */
  readonly email?: string;
  /** Who was signed in, when the form asked for it. */
  readonly account?: string;
  /** Opens the response for changes in its edit address. */
  readonly editToken: string;
}

/** What can be said about one part of a submission that does not fit. */
export interface FormProblem {
  /** 'email' for the address, otherwise the question id. */
  readonly field: string;
  readonly title: string;
  readonly message: string;
}

export const asksSomething = (item: FormItem): boolean =>
  item.type !== 'PAGE_BREAK' && item.type !== 'SECTION_HEADER';

export const DEFAULT_SETTINGS: FormSettings = {
  published: false,
  accepting: false,
  emailCollection: 'DO_NOT_COLLECT',
  allowEdits: false,
  limitOne: false,
  progressBar: false,
  confirmationMessage: '',
  closedMessage: '',
  respondAgainLink: true,
  shuffleQuestions: false,
  publishingSummary: false,
};
