// The people who work on cases or read their notices, as the settings name them.

import { isAddress, tidyAddress } from './email-address.ts';

export type StaffRole = 'Handler' | 'Safety contact' | 'Contact reader' | 'Stand-in' | 'Board contact';

/** Somebody who works on cases or reads their notices; who has two roles stands there twice. */
export interface StaffPerson {
  name: string;
  email: string;
  role: StaffRole;
}

export interface PeopleReading {
  people: { name: string; email: string }[];
  /** The pieces that nobody can be made of: no address, or more than one. */
  bad: string[];
}

/** Reads `Ana Ruiz <ana@example.org>; Bo Li <bo@example.org>`, also with commas between or one to a line. */
export function readPeople(text: string): PeopleReading {
  const people: PeopleReading['people'] = [];
  const bad: string[] = [];
  for (const piece of piecesOf(text)) {
    const addresses = piece.split(/[\s<>"“”()]+/).filter((word) => word.includes('@'));
    const [address = ''] = addresses;
    const email = tidyAddress(address.replace(/^mailto:/i, ''));
    if (addresses.length !== 1 || !isAddress(email)) bad.push(piece);
    else if (!people.some((known) => known.email === email)) {
      const name = piece.replace(address, ' ').replace(/[<>"“”()]/g, ' ');
      people.push({ name: name.replace(/\s+/g, ' ').trim(), email });
    }
  }
  return { people, bad };
}

/** A comma ends a piece only when an address came before it, because names have commas too: `Ruiz, Ana <…>`. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const line of text.split(/[;\r\n]+/)) {
    let piece = '';
    for (const part of line.split(',')) {
      piece = piece === '' ? part : `${piece},${part}`;
      if (!part.includes('@')) continue;
      pieces.push(piece);
      piece = '';
    }
    pieces.push(piece);
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
