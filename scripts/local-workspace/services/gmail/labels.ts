// The labels of a mailbox: Gmail's own, and those that its owner made, whose names may be nested with `/`.

import { GoogleError, invalid, notFound } from '../../kernel/errors.ts';
import type { Kernel } from '../../kernel/kernel.ts';

export interface UserLabel {
  /** `Label_1`, `Label_2`, … */
  readonly id: string;
  readonly name: string;
  readonly messageListVisibility?: string;
  readonly labelListVisibility?: string;
  readonly color?: { readonly textColor?: string; readonly backgroundColor?: string };
}

export const SYSTEM_LABELS = [
  'INBOX',
  'SENT',
  'DRAFT',
  'SPAM',
  'TRASH',
  'UNREAD',
  'STARRED',
  'IMPORTANT',
  'CHAT',
  'CATEGORY_PERSONAL',
  'CATEGORY_SOCIAL',
  'CATEGORY_PROMOTIONS',
  'CATEGORY_UPDATES',
  'CATEGORY_FORUMS',
] as const;

/** Labels that Gmail alone gives and takes. */
const FIXED = new Set<string>(['SENT', 'DRAFT', 'CHAT']);

/** Names that Gmail keeps for itself, in lower case. */
const RESERVED = new Set([
  ...SYSTEM_LABELS.map((name) => name.toLowerCase()),
  ...[
    'drafts',
    'inboxes',
    'sent mail',
    'chats',
    'muted',
    'migrated',
    'all mail',
    'scheduled',
    'snoozed',
    'important',
    'starred',
  ],
]);

export class Labels {
  constructor(private readonly kernel: Kernel) {}

  private get table() {
    return this.kernel.store.table<readonly UserLabel[]>('mail labels');
  }

  ofUser(mailbox: string): readonly UserLabel[] {
    return this.table.get(mailbox) ?? [];
  }

  find(mailbox: string, id: string): UserLabel | undefined {
    return this.ofUser(mailbox).find((label) => label.id === id);
  }

  exists(mailbox: string, id: string): boolean {
    return (SYSTEM_LABELS as readonly string[]).includes(id) || this.find(mailbox, id) !== undefined;
  }

  /** The label with that name as searches write it: upper and lower case alike, `-` for what is neither letter nor digit. */
  named(mailbox: string, name: string): string | undefined {
    const wanted = searchName(name);
    const system = SYSTEM_LABELS.find((id) => id.toLowerCase() === wanted);
    return system ?? this.ofUser(mailbox).find((label) => searchName(label.name) === wanted)?.id;
  }

  /** The names of the owner's own labels among these, in the order of the alphabet. */
  namesOf(mailbox: string, ids: readonly string[]): string[] {
    const own = this.ofUser(mailbox).filter(({ id }) => ids.includes(id));
    return own.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
  }

  /** @throws 400 for an id that the mailbox does not have or that may not be given or taken, and for a change of nothing */
  requireChangeable(mailbox: string, add: readonly string[], remove: readonly string[]): void {
    if (add.length + remove.length === 0) throw invalid('No label add or removes specified');
    if (add.some((id) => remove.includes(id))) throw invalid('Cannot both add and remove the same label');
    for (const id of [...add, ...remove]) {
      if (FIXED.has(id)) throw invalid(`Invalid label: ${id}`);
      if (!this.exists(mailbox, id)) throw invalid('labelId not found');
    }
  }

  create(mailbox: string, given: Omit<UserLabel, 'id'>): UserLabel {
    const name = this.checkName(mailbox, given.name);
    const numbers = this.kernel.store.table<number>('mail label numbers');
    const number = (numbers.get(mailbox) ?? 0) + 1;
    numbers.set(mailbox, number);
    const label: UserLabel = { ...given, id: `Label_${number}`, name };
    this.table.set(mailbox, [...this.ofUser(mailbox), label]);
    return label;
  }

  update(mailbox: string, id: string, change: Partial<Omit<UserLabel, 'id'>>): UserLabel {
    const label = this.find(mailbox, id);
    if (!label)
      throw (SYSTEM_LABELS as readonly string[]).includes(id)
        ? invalid('Invalid update request')
        : notFound();
    const name = change.name === undefined ? label.name : this.checkName(mailbox, change.name, id);
    const updated = { ...label, ...change, name };
    this.table.set(
      mailbox,
      this.ofUser(mailbox).map((other) => {
        if (other.id === id) return updated;
        // Labels below a renamed one move with it.
        return other.name.startsWith(`${label.name}/`)
          ? { ...other, name: name + other.name.slice(label.name.length) }
          : other;
      }),
    );
    return updated;
  }

  remove(mailbox: string, id: string): void {
    if (!this.find(mailbox, id)) {
      throw (SYSTEM_LABELS as readonly string[]).includes(id)
        ? invalid('Invalid delete request')
        : notFound();
    }
    this.table.set(
      mailbox,
      this.ofUser(mailbox).filter((label) => label.id !== id),
    );
  }

  private checkName(mailbox: string, given: string, except?: string): string {
    const name = given.trim();
    const bad =
      name === '' ||
      name.length > 225 ||
      name.split('/').some((part) => part.trim() === '') ||
      /\p{Cc}/u.test(name);
    if (bad || RESERVED.has(name.toLowerCase())) throw invalid('Invalid label name');
    const taken = this.ofUser(mailbox).some(
      (label) => label.id !== except && label.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) throw new GoogleError('ALREADY_EXISTS', 'Label name exists or conflicts');
    return name;
  }
}

const searchName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]/gu, '-');
