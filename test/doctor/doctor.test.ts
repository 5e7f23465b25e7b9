// The doctor finds each fault that was planted, says what to do about it, and finds nothing else.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, VIOLATION } from '../../scripts/desk/cases.ts';
import { Pictures } from '../../scripts/desk/pictures.ts';
import { ANNA, BEA, TestDesk } from '../support/desk.ts';
import { ofAll, sampled } from '../support/sample.ts';
import { FAULTS } from './faults.ts';
import { Hands } from './hands.ts';
import { Doctor } from './support.ts';

let desk: TestDesk;
let hands: Hands;
let doctor: Doctor;

beforeAll(async () => {
  desk = new TestDesk();
  hands = new Hands(desk);
  doctor = await Doctor.comesTo(desk);
});

afterAll(() => doctor.leaves());

it('finds nothing on a desk that has just been set up', async () => {
  expect(await doctor.finds()).toEqual([]);
});

describe('after some weeks of use', () => {
  beforeAll(() => {
    desk.invite();
    desk.minutes(11);
    desk.answerByLink(ANNA);
    new Cases(desk).report(VIOLATION);
    const pictures = new Pictures(desk);
    pictures.ask(pictures.own(BEA), BEA);
    desk.skipTo('2026-01-26T15:00:00Z');
    desk.minutes(11);
    hands.beHarmless();
    desk.nextDay();
    desk.save();
  });

  beforeEach(() => desk.reset());

  it('finds nothing, also among columns of the staff’s own, sorted rows and hidden columns', async () => {
    expect(desk.grid('Members')[0]).toContain('Birthday');
    expect(await doctor.finds()).toEqual([]);
  });

  it('says that Google does not show the script, and then judges its runs by what the system noted', async () => {
    const unseen = {
      severity: 'amber',
      where: 'Script',
      what: expect.stringContaining('Google does not show the script project to this account'),
      remedy: expect.stringContaining('Switch the Apps Script API on'),
    };
    expect(await doctor.finds({ script: 'another' })).toEqual([unseen]);
    hands.deleteTrigger('everyNight');
    desk.nextDay();
    const stopped = expect.objectContaining({ what: expect.stringContaining('The work of the night') });
    expect(await doctor.finds({ script: 'another' })).toEqual([unseen, stopped]);
  });

  for (const [where, faults] of Object.entries(FAULTS))
    describe(`${where}, ${ofAll(faults, 0, 2)}`, () => {
      it.each(sampled(faults, 0, 2))('$fault', async ({ plant, finds }) => {
        plant(hands, desk);
        // What the system does about it by itself happens first.
        desk.workspace.settle();
        const { severity, where: place, what, remedy } = finds;
        expect(await doctor.finds()).toEqual([
          {
            severity,
            where: place,
            what: expect.stringContaining(what),
            remedy: expect.stringContaining(remedy),
          },
        ]);
      });
    });
});
