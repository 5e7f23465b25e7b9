// The workflows that are explored, as data: what is so before, and what somebody then does or the clock starts.

import { ROUTE, WISH, ZOES } from '../desk/cases.ts';
import { ANNA, BEA, CARA, COMPANIONS, HANA, type Person, TAB } from '../desk/desk.ts';
import { word } from '../desk/leak.ts';
import { typed } from '../desk/pictures.ts';
import { look } from '../desk/roster-import.ts';
import { DORA, EVA, FLORA, NINA, type Scene, VOLUNTEER } from './scene.ts';

export interface Workflow {
  readonly name: string;
  /** The function of the script that does it. */
  readonly runs: string;
  /** What starts it: somebody's doing, which a trigger notices; the clock; a button that somebody presses. */
  readonly by: 'event' | 'clock' | 'person';
  /** Leads from the desk as it is opened to where it may begin. */
  prepare?(scene: Scene): void;
  /** What somebody does; nothing runs yet, unless it is a button. */
  happens?(scene: Scene): void;
  /** The mails that it brings, each exactly once, whatever comes between: to whom, and how the subject begins. */
  readonly brings?: readonly (readonly [address: string, subject: string])[];
  /**
   * What may come between somebody's doing and the run that it starts, so that the end is like neither order of the two;
   * and the mails that it then brings, each exactly once.
   */
  readonly overtaken?: { readonly by: readonly string[]; readonly brings: Workflow['brings'] };
  /** What the run of the next night reads as well when one of these calls fails: how to hide it from this one, and to give it back. */
  readonly readLater?: { readonly of: RegExp; hide(scene: Scene): () => void };
  /** It begins where nobody has set anything up. */
  readonly isFirst?: boolean;
}

const THANKS = 'Thank you: you accepted our Code of Conduct';
const CONTACT = 'contact@imstl.org';

const REPORT = {
  [WISH]: ROUTE.violation,
  'What happened?': `She hit me. ${word('story')}`,
  'Who did it?': `Frida ${word('accused')}`,
  'How may we contact you?': 'By email',
  'Your email address': ZOES,
  'Your name': `Zoe ${word('reporter')}`,
};

const ROSTER = [
  'Member ID,Name,Email,Role',
  ',Nora Neu,nora@example.org,Mentor',
  'M-0002,Béa Cruz-Berg,bea@example.org,Mentee',
].join('\n');

/** A report is taken up, and Hana has its case. */
function openCase(scene: Scene, accused: string): string {
  scene.cases.report({ ...REPORT, 'Who did it?': accused });
  const number = scene.cases.register('Cases').at(-1)?.Case ?? '';
  scene.cases.set(number, 'Handler', HANA);
  return number;
}

function noticeNewCode(scene: Scene): void {
  scene.writeNewCode();
  scene.confirm('lookAtCodeNow');
}

/** She answered to the version before: it is recorded, and she is asked for the one more step to the new one. */
export const askedForOneMore = ({ email }: Person): Workflow['overtaken'] => ({
  by: ['publishing', 'nightly reconcile'],
  brings: [[email, 'One more step: our Code of Conduct changed']],
});

export const WORKFLOWS: readonly Workflow[] = [
  {
    name: 'acceptance',
    runs: 'acceptanceSubmitted',
    by: 'event',
    happens: (scene) => void scene.answer(scene.acceptanceOf(ANNA), ANNA),
    brings: [[ANNA.email, THANKS]],
    overtaken: askedForOneMore(ANNA),
  },
  {
    name: 'report',
    runs: 'reportSubmitted',
    by: 'event',
    happens: (scene) => void scene.cases.send(REPORT),
    brings: [[ZOES, '']],
  },
  {
    name: 'image opt-out',
    runs: 'optOutSubmitted',
    by: 'event',
    happens: ({ pictures }) => void pictures.send(pictures.own(CARA), CARA, typed({ kind: 'Both' })),
    brings: [[CARA.email, 'We have your request about pictures']],
  },
  {
    name: 'agreement',
    runs: 'agreementSubmitted',
    by: 'event',
    prepare(scene) {
      const { agreements } = scene;
      const eva = scene.member(EVA)['Member ID'] ?? '';
      agreements.start(agreements.linkOf(eva), EVA, { 'Name of the other member': DORA.name });
      scene.kept.agreement = agreements.newestLinkOf(DORA);
    },
    happens: ({ agreements, kept }) =>
      void agreements.submit(kept.agreement ?? '', DORA, {
        'What would you like to do?': 'Say yes to an agreement',
        'Do you agree?': 'Yes, I agree',
      }),
    brings: [
      [DORA.email, 'Your agreement with'],
      [EVA.email, 'Your agreement with Dora Eng holds'],
    ],
  },
  {
    name: 'sending',
    runs: 'everyTenMinutes',
    by: 'clock',
    // Pressed by a volunteer, the invitations only stand in line.
    prepare: (scene) => scene.press('sendInvitations', {}, VOLUNTEER),
    brings: [['gerda@example.org', 'Please read and accept']],
  },
  { name: 'daily sweep', runs: 'everyMorning', by: 'clock' },
  {
    name: 'publishing',
    runs: 'publishVersion',
    by: 'person',
    prepare: noticeNewCode,
    happens: (scene) =>
      scene.press('publishVersion', { version: '2026-01-27', editorial: false, why: 'Clearer words' }),
  },
  {
    name: 'campaign step',
    runs: 'everyTenMinutes',
    by: 'clock',
    // There was room for three mails a day; now there is more.
    prepare(scene) {
      scene.set('Mails a day kept free for safety reports', '1');
      scene.set('Mails a day at most', '4');
      scene.press('sendInvitations');
      scene.skipTo('2026-01-29T15:01:00Z');
      scene.set('Mails a day at most', '1400');
    },
  },
  {
    name: 'case edit',
    runs: 'caseEdited',
    by: 'event',
    prepare: (scene) => {
      scene.kept.case = openCase(scene, 'Mona Moss');
    },
    happens: ({ cases, kept }) => cases.type(kept.case ?? '', 'Status', 'Acknowledged'),
  },
  {
    name: 'case outcome',
    runs: 'caseEdited',
    by: 'event',
    prepare(scene) {
      const number = openCase(scene, FLORA.name);
      const { cases } = scene;
      cases.setPerson('Flora Gil', 'Member ID', scene.member(FLORA)['Member ID'] ?? '');
      cases.decide(number, { Status: 'Under review', 'Not heard because': 'It is not safe.' });
      cases.decide(number, {
        Finding: 'Confirmed',
        'Police: decision': 'Contact',
        'Police: details': 'Hana.',
      });
      scene.kept.outcome = number;
    },
    happens: ({ cases, kept }) => cases.type(kept.outcome ?? '', 'Outcome', 'Removal'),
  },
  {
    name: 'register edit',
    runs: 'staffEdited',
    by: 'event',
    happens: (scene) => scene.type('Members', scene.rowOf(EVA), 'Status', [['Inactive']]),
  },
  {
    name: 'nightly reconcile',
    runs: 'everyNight',
    by: 'clock',
    prepare(scene) {
      // A new version is published in the same night, so that a night later it is the same.
      scene.set('Days that a new version waits before it is published', '0');
      scene.answer(scene.acceptanceOf(BEA), BEA);
      scene.loseEvents();
      scene.kept.codeBefore = scene.workspace.docs.text(scene.codeDocument);
      scene.writeNewCode();
    },
    readLater: {
      of: /^Docs\.Documents\.get$/,
      hide(scene) {
        const { docs, owner } = scene.workspace;
        const text = docs.text(scene.codeDocument);
        docs.userEdit(owner, scene.codeDocument, scene.kept.codeBefore ?? '');
        return () => docs.userEdit(owner, scene.codeDocument, text);
      },
    },
    brings: [
      [BEA.email, THANKS],
      [CONTACT, 'A new version of the Code of Conduct waits'],
    ],
  },
  {
    name: 'cases by night',
    runs: 'casesEveryNight',
    by: 'clock',
    prepare(scene) {
      scene.cases.send({ ...REPORT, [WISH]: ROUTE.violation });
      scene.loseEvents();
    },
  },
  {
    name: 'mailbox intake',
    runs: 'everyTenMinutes',
    by: 'clock',
    prepare({ mailbox }) {
      mailbox.receive({
        from: `Anna Ito <${ANNA.email}>`,
        subject: `About ${word('subject')}`,
        text: `He has a gun, ${word('mailed')}.`,
        labels: ['report', 'opt-out'],
      });
      mailbox.receive({
        text: `May I? ${word('asked')}`,
        labels: ['question'],
        from: 'Zoe <zora@example.net>',
      });
    },
    brings: [['zora@example.net', '']],
  },
  {
    name: 'roster import',
    runs: 'importRoster',
    by: 'person',
    prepare: (scene) => {
      scene.kept.roster = JSON.stringify(look(scene, ROSTER).order);
    },
    happens: (scene) => scene.press('importRoster', JSON.parse(scene.kept.roster ?? '{}')),
  },
  {
    name: 'set-up',
    runs: 'runSetUp',
    by: 'person',
    isFirst: true,
    happens: (scene) => scene.press('runSetUp', COMPANIONS),
  },
  {
    name: 'repair',
    runs: 'runSetUp',
    by: 'person',
    prepare(scene) {
      const { workspace, registersId } = scene;
      workspace.sheets.userDeleteRows(workspace.owner, registersId, TAB.Settings, 3);
      const [form] = workspace.forms.all();
      if (form)
        workspace.forms.update(form.id, { title: 'A form of the Code', items: form.items.slice(0, -1) });
      const lost = workspace.triggers.all().find(({ handler }) => handler === 'optOutSubmitted');
      if (lost) workspace.triggers.delete(lost.id);
      scene.loseEvents();
    },
    happens: (scene) => scene.press('runSetUp'),
  },
  {
    name: 'take-over',
    runs: 'takeOver',
    by: 'person',
    prepare: (scene) => scene.press('nameNextOwner', { email: NINA }),
    happens: (scene) => scene.press('takeOver', {}, NINA),
  },
];

/** Runs a workflow to its end. */
export function run(scene: Scene, { by, runs, happens }: Workflow): void {
  scene.withItsRuns(() => {
    happens?.(scene);
    if (by === 'clock') scene.fallDue(runs);
  });
}
