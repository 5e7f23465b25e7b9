// Requests, confirmations, matches, edits and days in any order: “Images” in Members is right after every step.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONFIRM, FAR, KIND, Pictures, typed, WANT, WHOM } from '../../scripts/desk/pictures.ts';
import { firstBrokenLine } from '../../scripts/desk/reading.ts';
import { ANNA, BEA, CARA, TAB, TestDesk } from '../support/desk.ts';
import { IS_FULL } from '../support/sample.ts';
import { isTakeBack, ModelOfPictures, type Request, VALUES } from './model-pictures.ts';

const RUNS = IS_FULL ? 20 : 2;
const STEPS = 22;
const PEOPLE = { 'M-0001': ANNA, 'M-0002': BEA } as const;
type MemberId = keyof typeof PEOPLE;
const STRANGER = { name: 'Anna I.', email: 'nobody@example.net' };

const keys = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as K[];
const who = fc.constantFrom(...keys(PEOPLE));
const asked = fc.record({
  kind: fc.constantFrom(...keys(KIND), 'Take back an opt-out' as const),
  whom: fc.constantFrom(...keys(WHOM)),
  far: fc.constantFrom(...keys(FAR)),
  names: fc.constantFrom(['Leo'], ['Mía'], ['Leo', 'Mía']),
  links: fc.constantFrom(['https://example.org/a'], ['https://example.org/b', 'the flyer']),
});
type Asked = typeof asked extends fc.Arbitrary<infer A> ? A : never;

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('asks by her link'), who, asked }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('asks without a link'), who, asked }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('a stranger asks'), who, asked }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('confirms'), who, nth: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('staff match'), who, nth: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('staff write down'), who, asked, days: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('staff change the scope'), who, nth: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('staff choose'), who, value: fc.constantFrom(...VALUES) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('staff sort'), who, nth: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('a day passes'), who }) },
);
type Step = {
  do: string;
  who: MemberId;
  asked?: Asked;
  nth?: number;
  days?: number;
  value?: (typeof VALUES)[number];
};

const desk = new TestDesk([ANNA, BEA, CARA]);
const pictures = new Pictures(desk);
const { sheets, owner } = desk.workspace;

/** Carries a step out on the desk and in the model. */
class Story {
  readonly model = new ModelOfPictures();

  take({ do: what, who, asked, nth = 0, days = 0, value = 'Allowed' }: Step): void {
    const { model } = this;
    const person = PEOPLE[who];
    switch (what) {
      case 'asks by her link':
      case 'asks without a link':
      case 'a stranger asks': {
        if (!asked) return;
        const isProven = what === 'asks by her link';
        const isStranger = what === 'a stranger asks';
        const answers = typed({ ...asked, family: asked.names.join('\n'), links: asked.links.join('\n') });
        pictures.send(
          isProven ? pictures.own(person) : pictures.link,
          isStranger ? STRANGER : person,
          answers,
        );
        this.add(asked, isStranger ? '' : who, isProven, 0);
        break;
      }
      case 'confirms': {
        const all = this.ids();
        const at = nth % Math.max(1, all.length);
        const request = model.requests[at];
        if (!request) return;
        pictures.send(pictures.linkFor(who, { about: all[at] }), person, { [WANT]: CONFIRM });
        if (request.member === who) request.proven = true;
        break;
      }
      case 'staff match': {
        const unknown = model.requests.filter(({ member }) => member === '');
        const request = unknown[nth % Math.max(1, unknown.length)];
        if (!request) return;
        const id = this.ids()[model.requests.indexOf(request)] ?? '';
        desk.type('Opt-outs', this.rowOf(id), 'Member ID', [[who]]);
        request.member = who;
        break;
      }
      case 'staff write down': {
        if (!asked) return;
        const { kind, whom, far, names, links } = asked;
        const effective = days === 0 ? '' : new Date(desk.workspace.now() + days * 86_400_000).toISOString();
        const family = whom === 'Herself' ? '' : names.join('\n');
        const certain = far === 'Certain pictures' ? links.join('\n') : '';
        const cells = [effective.slice(0, 10), who, '', '', kind, whom, family, far, certain];
        desk.type('Opt-outs', pictures.requests.length + 2, 'Effective', [cells]);
        this.add(asked, who, true, days);
        break;
      }
      case 'staff change the scope': {
        const known = model.requests.filter((one) => !isTakeBack(one) && one.far !== 'Certain pictures');
        const request = known[nth % Math.max(1, known.length)];
        if (!request) return;
        request.far = request.far === 'Everything' ? 'Internet and social media' : 'Everything';
        const id = this.ids()[model.requests.indexOf(request)] ?? '';
        desk.type('Opt-outs', this.rowOf(id), 'Scope', [[request.far]]);
        break;
      }
      case 'staff choose':
        desk.type('Members', desk.rowOf(person), 'Images', [[value]]);
        model.choose(who, value);
        break;
      case 'staff sort':
        sheets.userSort(owner, desk.registersId, TAB['Opt-outs'], nth, nth % 2 === 0);
        return;
      default:
        desk.nextDay();
        model.today++;
    }
    pictures.settle();
    model.settle();
    // Google lets nobody read more than sixty times a minute.
    desk.minutes(1);
  }

  /** The numbers of all requests, in the order in which they came. */
  private ids(): string[] {
    return pictures.requests.map((row) => row['Opt-out ID'] ?? '').sort();
  }

  private rowOf(id: string): number {
    return pictures.requests.findIndex((row) => row['Opt-out ID'] === id) + 2;
  }

  private add(said: Asked, member: string, proven: boolean, days: number): void {
    const { kind, whom, far } = said;
    const request: Request = {
      kind,
      whom,
      far,
      names: whom === 'Herself' ? [] : said.names,
      links: far === 'Certain pictures' ? said.links : [],
      from: this.model.today + days,
      member,
      proven,
      over: false,
    };
    this.model.requests.push(request);
  }
}

it('“Images” is right after every step', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: STEPS, maxLength: STEPS }), (steps) => {
      desk.reset();
      const story = new Story();
      for (const one of steps) {
        story.take(one as Step);
        for (const [id, person] of Object.entries(PEOPLE))
          expect(`${id}: ${pictures.images(person)}`).toBe(`${id}: ${story.model.images(id)}`);
        expect(pictures.images(CARA)).toBe('Allowed');
      }
      expect(pictures.requests).toHaveLength(story.model.requests.length);
      expect(firstBrokenLine(desk.register('Audit trail'))).toBe(0);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
