// The roster as an import compares a list with it.

import { ERASED_NOTE } from '../content/erasure-words.ts';
import type { Member } from '../domain/entries.ts';
import type { OnRoster } from '../domain/roster-import.ts';
import type { Table } from './table.ts';

/** The members with their cells as they are shown, in the order of their rows. */
export const onRoster = ({ rows }: Table<Member>): OnRoster[] =>
  rows.map(({ entry: { id, name, email, role, status, joined, notes }, faults }) => ({
    id,
    name,
    email,
    role: faults.role ?? role ?? '',
    status: faults.status ?? status ?? '',
    joined: faults.joined ?? joined ?? '',
    isErased: ERASED_NOTE.isOne(notes),
  }));
