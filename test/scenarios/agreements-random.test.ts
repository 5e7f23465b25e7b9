// Disclosure agreements in any order of steps, through the whole desk, against a small model of their own.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Agreements, FIRST, OTHER, TERM } from '../../scripts/desk/agreements.ts';
import { ANNA, BEA, CARA, TestDesk } from '../support/desk.ts';
import { IS_FULL } from '../support/sample.ts';

const desk = new TestDesk([ANNA, BEA, CARA]);
const agreements = new Agreements(desk);
desk.set('Automatic answers to one address a day', '50');
desk.save();
const PEOPLE = { anna: ANNA, bea: BEA, cara: CARA };
const IDS = { anna: 'M-0001', bea: 'M-0002', cara: 'M-0003' };
type Who = keyof typeof PEOPLE;
const STARTED = Date.parse('2026-01-12');

/** What ought to be, told from the steps alone: one agreement of Anna with Béa for one month. */
class Model {
  readonly said = new Set<Who>();
  readonly told: Record<Who, string[]> = { anna: [], bea: [], cara: [] };
  status: 'Waiting' | 'To match' | 'In force' | 'Revoked' | 'Expired';
  private day = 0;
  private askedOn = 0;
  /** Whether it is known that Béa is meant; what has ended before stays as it was. */
  private isFound: boolean;

  constructor(isProven: boolean, isSure: boolean) {
    if (isProven) this.said.add('anna');
    this.told.anna.push(isProven ? 'waits' : 'is it yours');
    this.status = isSure ? 'Waiting' : 'To match';
    this.isFound = isSure;
    this.askBea();
  }

  /** Béa hears of it, and has a say, only when it is certain who she is and that Anna asks her. */
  private get isBeaAsked() {
    return this.isFound && this.said.has('anna');
  }
  private isParty = (who: Who) => who === 'anna' || (who === 'bea' && this.isBeaAsked);
  private askBea(): void {
    if (!this.isBeaAsked) return;
    this.told.bea.push('asked');
    this.askedOn = this.day;
  }
  private get hasEnded() {
    return this.status === 'Revoked' || this.status === 'Expired';
  }
  private tellBoth(what: string): void {
    this.told.anna.push(what);
    if (this.isBeaAsked) this.told.bea.push(what);
  }

  confirm(who: Who): void {
    if (!this.isParty(who)) return;
    if (this.hasEnded) this.told[who].push('ended');
    if (this.hasEnded || this.said.has(who)) return;
    this.said.add(who);
    if (this.said.size === 2) {
      this.status = 'In force';
      this.tellBoth('in force');
    } else {
      this.told[who].push('waits');
      this.askBea();
    }
  }

  end(who: Who): void {
    if (!this.isParty(who)) return;
    if (this.hasEnded) this.told[who].push('ended');
    else {
      this.tellBoth('ended');
      this.status = 'Revoked';
    }
  }

  match(): void {
    if (this.status !== 'To match') return;
    this.status = 'Waiting';
    this.isFound = true;
    this.askBea();
  }

  morning(day: number): void {
    this.day = day;
    if (this.hasEnded) return;
    const lasts = day < 31;
    if (lasts && !(this.status === 'Waiting' && day >= this.askedOn + 30)) return;
    for (const who of ['anna', 'bea'] as const)
      if (this.status === 'In force' || this.said.has(who)) this.told[who].push('ended');
    this.status = 'Expired';
  }
}

const who = fc.constantFrom<Who>('anna', 'bea', 'bea', 'cara');
const step = fc.oneof(
  fc.record({ kind: fc.constant('confirm' as const), who }),
  fc.record({ kind: fc.constant('confirm' as const), who }),
  fc.record({ kind: fc.constant('end' as const), who }),
  fc.record({ kind: fc.constant('match' as const) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 7, 16, 29) }),
);

it('it is in force exactly when both have said yes, it was not ended, and its day has not come', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.array(step, { maxLength: 7 }), (isProven, isSure, steps) => {
      desk.reset();
      const link = isProven ? agreements.linkOf(IDS.anna) : agreements.plainLink;
      const name = isSure ? BEA.name : 'My mentor';
      agreements.start(link, ANNA, { [TERM]: '1 month', [OTHER]: name });
      const model = new Model(isProven, isSure);
      let day = 0;
      for (const one of steps) {
        if (one.kind === 'days') {
          day += one.days;
          agreements.morningOf(new Date(STARTED + day * 86_400_000).toISOString().slice(0, 10));
          model.morning(day);
        } else if (one.kind === 'match') {
          if (model.status === 'To match') agreements.type('Other member ID', IDS.bea);
          model.match();
        } else {
          agreements[one.kind](agreements.linkOf(IDS[one.who], FIRST), PEOPLE[one.who]);
          model[one.kind](one.who);
        }
        const told = { anna: agreements.told(ANNA), bea: agreements.told(BEA), cara: agreements.told(CARA) };
        expect([agreements.row().Status, told]).toEqual([model.status, model.told]);
      }
    }),
    { numRuns: IS_FULL ? 40 : 6 },
  );
});
