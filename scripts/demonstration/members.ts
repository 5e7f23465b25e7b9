// Invents the roster of the demonstration: mentors and mentees with addresses at example.org, the same for the same seed.

import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';

export interface DemonstrationMember {
  readonly name: string;
  readonly email: string;
  readonly role: 'Mentor' | 'Mentee' | 'Mentor and mentee';
  readonly status: 'Active' | 'Inactive';
  /** Calendar date, ISO 8601. */
  readonly joined: string;
}

/** @param random gives numbers from 0 up to 1 */
export function inventMembers(count: number, random: () => number): DemonstrationMember[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const name = `${pick(GIVEN_NAMES)} ${pick(FAMILY_NAMES)}`;
    const chance = random();
    return {
      name,
      email: addressFor(name, taken),
      role: chance < 0.45 ? 'Mentor' : chance < 0.93 ? 'Mentee' : 'Mentor and mentee',
      status: random() < 0.96 ? 'Active' : 'Inactive',
      joined: `${2017 + Math.floor(random() * 9)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`,
    };
  });
}

function addressFor(name: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  for (let number = 1; ; number++) {
    const address = `${plain}${number === 1 ? '' : number}@example.org`;
    if (!taken.has(address)) {
      taken.add(address);
      return address;
    }
  }
}

const two = (value: number): string => String(value).padStart(2, '0');
