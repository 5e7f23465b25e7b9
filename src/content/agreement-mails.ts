// The mails about disclosure agreements. What may be told stands in the mails to the two members and nowhere else.

import { addDays } from '../domain/calendar.ts';
import type { LocalDate } from '../domain/entries.ts';
import type { Agreement } from '../domain/image-entries.ts';
import { oneLine, shorten } from '../domain/text.ts';
import { inWords, timeInWords } from './dates.ts';
import { type Block, button, facts, heading, type MailWords, paragraph, title } from './mail-words.ts';
import { greeting, type MemberFacts } from './member-mails.ts';

/** What a mail to one of the two knows. */
export interface AgreementFacts extends MemberFacts {
  agreement: Agreement;
  /** The other of the two, by name. */
  with: string;
  /** Whether she started it. */
  isHers: boolean;
  /** Her own link, and until when it works. */
  link: string;
  linkUntil: LocalDate;
}

/** Characters of what may be told that a mail shows. */
const SCOPE_LIMIT = 3000;

/** Links are left out: these words may come from anybody, and the mail is ours. */
const withoutLinks = (text: string) =>
  text.replace(/(?:\b[a-z][a-z+.-]*:\/\/|\bwww\.)\S+|\b[\w-]+(?:\.[\w-]+)+\/\S*/gi, '(link left out)');

const scopeOf = ({ scope }: Agreement): Block[] => [
  heading('What may be told, and to whom'),
  ...shorten(withoutLinks(scope), SCOPE_LIMIT, '… (shortened)')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line)),
  paragraph('The staff of the program can read these words, too.'),
];

const lastDay = ({ expires }: Agreement) => (expires ? inWords(addDays(expires, -1)) : '');

const details = (known: AgreementFacts) =>
  facts([
    ['Between you and', known.with],
    ['Until', lastDay(known.agreement)],
    ['Number of the agreement', known.agreement.id],
  ]);

const linkWords = ({ linkUntil, contact }: AgreementFacts) =>
  paragraph(
    `The link is only for you; please do not pass it on. It works until ${inWords(linkUntil)}. Questions? Write to ${contact}.`,
  );

/** To who seems to have started it: her own link. Anybody may have typed the rest, so nothing of it stands here. */
export function agreementToProve(known: AgreementFacts): MailWords {
  const { agreement, contact, name, programme } = known;
  return {
    subject: `Did you ask for an agreement? (${agreement.id})`,
    preview: 'If it was not you, you do not have to do anything.',
    blocks: [
      title('Was it you?'),
      greeting(name),
      paragraph(
        `Somebody asked in your name for an agreement on what may be told. It came on ${timeInWords(agreement.started)}, without your personal link. If it was you, please confirm it with your link. Then we send you the words, and ask the other member. The staff of the program can read them, too.`,
      ),
      button('Open my personal form', known.link),
      paragraph(
        `If it was not you, you can leave this email alone: nobody else hears of it. Or write to ${contact}. ${programme} never asks you for money or for a password.`,
      ),
      linkWords(known),
    ],
  };
}

/** To the other one, when it is certain who asks her: her own link, and that she need not. */
export function agreementToConfirm(known: AgreementFacts): MailWords {
  const { agreement, name, programme } = known;
  return {
    subject: `An agreement with ${known.with}: do you want it? (${agreement.id})`,
    preview: 'You do not have to agree. If you do nothing, nothing happens.',
    blocks: [
      title('Do you agree?'),
      greeting(name),
      paragraph(
        `${known.with} asks you for an agreement. What the two of you tell each other stays between you, as our Code of Conduct says. If you both agree, this part of it may be told:`,
      ),
      ...scopeOf(agreement),
      details(known),
      button('Open my personal form', known.link),
      paragraph(
        'You do not have to agree, and you do not have to say why. If you do nothing, nothing happens: everything stays between you. If you agree, you can end it at any time.',
      ),
      linkWords(known),
      paragraph(
        `The words above are the words of a member, not of ${programme}. We never ask you for money or for a password.`,
      ),
    ],
  };
}

/** As long as it is not as the two know it: somebody changed it by hand. */
export function agreementLookedAt({ agreement, contact, name }: AgreementFacts): MailWords {
  return {
    subject: `We are looking at your agreement (${agreement.id})`,
    preview: 'It does not hold for the moment.',
    blocks: [
      title('We are looking at it'),
      greeting(name),
      paragraph(
        `Something is not right with the agreement ${agreement.id} in our records, and we are looking at it. For the moment it does not hold, and no new yes can be counted: everything stays between you. Please try again in a few days, or write to ${contact}.`,
      ),
    ],
  };
}

/** To who wants to end it, but came without her link. */
export function agreementEndLink(known: AgreementFacts): MailWords {
  return {
    subject: `Your personal link to end an agreement (${known.agreement.id})`,
    preview: 'One more step, so that nobody can do it in your name.',
    blocks: [
      title('One more step'),
      greeting(known.name),
      paragraph(
        'We got a request to end this agreement, with your email address. So that nobody can do that in your name, please send it once more with your own link. If it was not you, you can leave this email alone.',
      ),
      details(known),
      button('Open my personal form', known.link),
      linkWords(known),
    ],
  };
}

/** To who has said yes first: her copy. Nothing in it says whether the other one was found. */
export function agreementWaits(known: AgreementFacts): MailWords {
  const { agreement, contact, name } = known;
  return {
    subject: `Your agreement with ${known.with} waits for her answer (${agreement.id})`,
    preview: 'It does not hold yet. We will write to you.',
    blocks: [
      title('We have your yes'),
      greeting(name),
      paragraph(
        'The agreement does not hold yet: the other member has to say yes, too. We will write to her, and then to you. She does not have to agree. Until you hear from us, everything stays between you.',
      ),
      ...scopeOf(agreement),
      details(known),
      paragraph(
        `If you no longer want it, fill in the same form again and choose “End an agreement”, or write to ${contact}.`,
      ),
    ],
  };
}

/** To both, as soon as both have said yes. Who is no longer active gets no link. */
export function agreementInForce(known: AgreementFacts & { isActive: boolean }): MailWords {
  const { agreement, contact, isActive, name } = known;
  return {
    subject: `Your agreement with ${known.with} holds from today (${agreement.id})`,
    preview: 'You both said yes. Each of you can end it at any time.',
    blocks: [
      title('You both said yes'),
      greeting(name),
      paragraph(
        `From today until ${lastDay(agreement)}, only this may be told. All else stays between you, as our Code of Conduct says.`,
      ),
      ...scopeOf(agreement),
      details(known),
      paragraph('Each of you can end it at any time. You do not need a reason, and it takes effect at once.'),
      ...(isActive
        ? [
            button('End this agreement', known.link),
            linkWords(known),
            paragraph('After that day, fill in the same form again, and we send you a new link.'),
          ]
        : [paragraph(`To end it, write to ${contact}.`)]),
    ],
  };
}

/** It holds no longer, or never came about. */
export function agreementEnded(known: AgreementFacts): MailWords {
  const { agreement, contact, name } = known;
  const { status, starterConfirmed, otherConfirmed } = agreement;
  const wasConfirmed = starterConfirmed !== null && otherConfirmed !== null;
  const how =
    status === 'Revoked'
      ? 'It has been ended. Each of you may do that at any time, and nobody has to say why.'
      : wasConfirmed
        ? `It has run out. Its last day was ${lastDay(agreement)}.`
        : 'It was not confirmed by both in time, so it does not hold.';
  return {
    subject: `Your agreement with ${known.with} has ended (${agreement.id})`,
    preview: 'From now on, everything stays between you again.',
    blocks: [
      title('The agreement has ended'),
      greeting(name),
      paragraph(how),
      paragraph(
        'Please tell nothing more on the strength of it: from now on, everything stays between you again. If you both want to, you can start a new one.',
      ),
      details(known),
      paragraph(`Questions? Write to ${contact}.`),
    ],
  };
}

/** To staff, who have to find out who is meant. What may be told is not for them. */
export function noticeOfAgreement(id: string, link: string): MailWords {
  return {
    subject: `Please find the two members of an agreement: ${id}`,
    preview: 'We could not tell for certain who is meant.',
    blocks: [
      title('Who is meant?'),
      paragraph(
        `The agreement ${id} was started, and the system cannot tell for certain who the two members are. If you know them, write their Member IDs into the row ${id} of “Agreements”, under “Member ID” and “Other member ID”. Each is then asked by herself, at her address on the roster.`,
      ),
      paragraph(
        'If you are not sure, ask the member who started it, or leave it. Please tell nobody whether a name is on the roster, and what the agreement says.',
      ),
      button('Open Agreements', link),
    ],
  };
}

/** What stands for a name that is missing. */
export const OTHER_MEMBER = 'the other member';
export const nameInMail = (name: string) => withoutLinks(shorten(oneLine(name), 80, '…')) || OTHER_MEMBER;
