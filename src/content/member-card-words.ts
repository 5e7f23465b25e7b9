// What the sidebar “Member card” says of a member, and before each thing that can be done there. The page has them, not the script.

import type { ConfirmedBy, MailKind, MailState } from '../domain/entries.ts';
import type { OptOutKind } from '../domain/image-entries.ts';
import type { CardAnswer, MemberCard } from '../domain/member-card.ts';
import { CHANGE_LABELS } from './change-words.ts';
import { inWords } from './dates.ts';

/** One line of a part: what it is, if that needs a word, and what is to be said of it. */
export interface CardLine {
  text: string;
  details: string[];
  /** Somebody has to look at it. */
  isOpen?: boolean;
}

export interface CardPart {
  title: string;
  lines: CardLine[];
  /** Said when there is no line. */
  none: string;
}

const MAILS: Partial<Record<MailKind, string>> = {
  'Acceptance confirmed': 'Thank you for accepting',
  'Refusal confirmed': 'We have your “no” to the Code',
  'Personal link': 'Please answer by your own link',
  'Link again': 'Her link once more',
  'Old version answered': 'There is a newer version',
  Invitation: 'Invitation to accept',
  'New version': 'A new version to accept',
  Reminder: 'Reminder',
  'Opt-out confirmed': 'Pictures: your request is in force',
  'Opt-out to confirm': 'Pictures: please confirm your request',
  'Opt-out taken back': 'Pictures: your request is taken back',
  'Pictures taken down': 'Pictures: they are taken down',
  'Agreement to confirm': 'Agreement: please confirm it',
  'Agreement waits': 'Agreement: it waits for the other member',
  'Agreement in force': 'Agreement: it is in force',
  'Agreement ended': 'Agreement: it has ended',
};

const OPT_OUTS: Record<OptOutKind, string> = {
  'No future pictures': 'No pictures from now on',
  'Withdraw pictures already made': 'Take down pictures already made',
  Both: 'No new pictures, and take down the old ones',
  'Take back an opt-out': 'Pictures are fine again',
};

const STATES: Record<MailState, string> = {
  Queued: 'waits to be sent',
  Sending: 'is being sent',
  Sent: 'sent',
  Failed: 'could not be sent',
  Cancelled: 'not sent',
};

const CONFIRMED: Record<ConfirmedBy, string> = {
  'Personal link': 'by her own link',
  'Google sign-in': 'by her Google sign-in',
  Staff: 'recorded by staff',
  Unconfirmed: 'not proven who it was',
};

const beside = (...parts: (string | null)[]) => parts.filter((part) => part).join(' · ');
const version = (name: string) => inWords(name) || 'not known';

/** What stands under her name: her number, and how she takes part. */
export const whoSheIs = ({ member: { id, role } }: MemberCard) => beside(id, role);

/** How she stands now. */
export function factsOf({ member, mailComesBack }: MemberCard): [label: string, value: string][] {
  const { email, status, standing, nextDue, images, joined } = member;
  const address = email.trim() || 'none';
  const facts: [string, string][] = [
    ['Email', mailComesBack ? `${address} – mail comes back` : address],
    ['Status', status ?? 'not known'],
    ['The Code', standing ?? 'not known'],
  ];
  if (nextDue) facts.push(['Next due', inWords(nextDue)]);
  facts.push(['Pictures', images ?? 'not known']);
  if (joined) facts.push(['Joined', inWords(joined)]);
  return facts;
}

/** Her history, part by part. */
export function partsOf(card: MemberCard): CardPart[] {
  const { followUps, answers, mails, optOuts, takedowns, agreements, member } = card;
  const parts: (CardPart & { isShown?: boolean })[] = [
    {
      title: 'To follow up',
      isShown: followUps.length > 0,
      none: '',
      lines: followUps.map(({ since, reason, whatToDo, done }) => ({
        text: reason ?? '',
        details: [beside(`since ${inWords(since)}`, done ? 'done' : 'open'), ...(done ? [] : [whatToDo])],
        isOpen: !done,
      })),
    },
    {
      title: 'Notes',
      isShown: member.notes.trim() !== '',
      none: '',
      lines: [{ text: '', details: [member.notes] }],
    },
    {
      title: 'Answers to the Code',
      none: 'No answer that is proven to be hers yet.',
      lines: answers.map(answerLine),
    },
    {
      title: 'Mails to her',
      none: 'No mail has been written to her yet.',
      lines: mails.map(({ on, kind, state, problem }) => ({
        text: (kind && MAILS[kind]) ?? kind ?? '',
        details: [beside(inWords(on), state && STATES[state]), problem].filter((detail) => detail !== ''),
        isOpen: state === 'Failed',
      })),
    },
    {
      title: 'Requests about pictures',
      none: 'None.',
      lines: optOuts.map(({ id, on, kind, forWhom, scope, status }) => ({
        text: kind ? OPT_OUTS[kind] : 'No pictures at all',
        details: [beside(forWhom, scope), beside(inWords(on), id), status ?? ''].filter(
          (detail) => detail !== '',
        ),
        isOpen: status === 'In force, to be confirmed' || status === 'Waits for confirmation',
      })),
    },
    {
      title: 'Pictures to take down',
      isShown: takedowns.length > 0,
      none: '',
      lines: takedowns.map(({ id, medium, due, done }) => ({
        text: medium ?? 'Pictures',
        details: [beside(done ? `done on ${inWords(done)}` : `due ${inWords(due) || 'soon'}`, id)],
        isOpen: done === null,
      })),
    },
    {
      title: 'Agreements with another member',
      none: 'None.',
      lines: agreements.map(({ id, on, status, expires }) => ({
        text: `Agreement ${id}`,
        details: [
          beside(status, on && `started ${inWords(on)}`),
          status === 'In force' && expires ? `until ${inWords(expires)}` : '',
        ].filter((detail) => detail !== ''),
      })),
    },
  ];
  return parts
    .filter(({ isShown = true }) => isShown)
    .map(({ title, lines, none }) => ({ title, lines, none }));
}

function answerLine({ on, answer, version: name, confirmedBy, before, changes }: CardAnswer): CardLine {
  const verb = answer === 'Declined' ? 'Did not accept' : answer === 'Accepted' ? 'Accepted' : 'Answered';
  return {
    text: `${verb} the version of ${version(name)}`,
    details: [
      beside(inWords(on), confirmedBy && CONFIRMED[confirmedBy]),
      ...(answer === 'Accepted' ? [changeLine(before, name, changes)] : []),
    ],
    isOpen: answer !== 'Accepted',
  };
}

function changeLine(before: string, name: string, changes: CardAnswer['changes']): string {
  if (before === '') return 'Her first one.';
  if (before === name) return 'The same version again.';
  const since = `Changed since ${version(before)}: `;
  if (changes === null) return `${since}the texts are not kept, so nobody can tell.`;
  if (changes.length === 0) return `${since}only the date.`;
  return since + changes.map(({ kind, title }) => `${title} (${CHANGE_LABELS[kind]})`).join(', ');
}

/** What can be done for her from the card. */
export const STEPS = ['resend', 'paper', 'address', 'inactive', 'active'] as const;
export type CardStep = (typeof STEPS)[number];

export interface StepWords {
  title: string;
  lines: string[];
  run: string;
}

/** The steps that make sense for her now. */
export function stepsFor({ member: { status }, canBeAsked }: MemberCard): CardStep[] {
  const fits: Record<CardStep, boolean> = {
    resend: canBeAsked,
    paper: true,
    address: true,
    inactive: status === 'Active',
    active: status === 'Inactive',
  };
  return STEPS.filter((step) => fits[step]);
}

/** The words of the button that begins a step. */
export const STEP_BUTTONS: Record<CardStep, string> = {
  resend: 'Send her link again…',
  paper: 'Record her paper…',
  address: 'Correct her address…',
  inactive: 'Mark as inactive…',
  active: 'Mark as active again…',
};

/** What a step will do, said before it is done. */
export function stepWords(step: CardStep, { member: { name, email }, mails }: MemberCard): StepWords {
  const waiting = mails.filter(({ state }) => state === 'Queued').length;
  const ofWaiting = waiting === 1 ? 'One mail waits for her' : `${waiting} mails wait for her`;
  switch (step) {
    case 'resend':
      return {
        title: 'Send her link again',
        lines: [
          `${name} gets a mail with her own link to the form.`,
          `It goes to ${email.trim()}, within ten minutes.`,
        ],
        run: 'Send it',
      };
    case 'paper':
      return {
        title: 'Record a paper acceptance',
        lines: [
          `A window opens in which you write down what ${name} signed. Nothing is recorded before you press “Record” there.`,
        ],
        run: 'Open the window',
      };
    case 'address':
      return {
        title: 'Correct her address',
        lines: [
          `Now it is ${email.trim() || 'empty'}. The audit trail keeps it.`,
          'Links that went there do not count any more. If she uses one, she gets a new link at the new address.',
          waiting === 0 ? '' : `${ofWaiting}, and will go to the new address.`,
          'What she has accepted stays.',
        ].filter((line) => line !== ''),
        run: 'Correct it',
      };
    case 'inactive':
      return {
        title: 'Mark as inactive',
        lines: [
          `${name} gets no invitations and no reminders any more.`,
          waiting === 0 ? '' : `${ofWaiting}. Those with a link to the form are not sent.`,
          'Her history is kept. You can mark her as active again at any time.',
        ].filter((line) => line !== ''),
        run: 'Mark as inactive',
      };
    case 'active':
      return {
        title: 'Mark as active again',
        lines: [
          `${name} counts as a member again. If she has to accept a version, she is asked anew in the next days.`,
        ],
        run: 'Mark as active',
      };
  }
}

export const LATER = (count: number) => (count === 1 ? 'One more, older' : `${count} more, older`);
