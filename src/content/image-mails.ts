// The mails about pictures: to the member who asked, and to the program's own address.

import type { Images, LocalDate } from '../domain/entries.ts';
import type { OptOut, Takedown } from '../domain/image-entries.ts';
import type { Permission } from '../domain/image-permission.ts';
import type { Remains } from '../domain/takedowns.ts';
import { inWords, timeInWords } from './dates.ts';
import { permissionInWords, remainsInWords, requestInWords, takedownLine } from './image-words.ts';
import { button, facts, heading, list, type MailWords, paragraph, title } from './mail-words.ts';
import { greeting, type MemberFacts } from './member-mails.ts';

export interface RequestFacts extends MemberFacts {
  optOut: OptOut;
  /** Her own link to the form, with the answer filled in that the mail speaks of. */
  link: string;
  expires: LocalDate;
}

const welcome = () => 'You are welcome at every event, with or without pictures.';
const only = (expires: LocalDate) =>
  `The link is only for you; please do not pass it on. It works until ${inWords(expires)}.`;
const wrong = (contact: string) =>
  `If you did not ask for this, or if something is not right, please write to ${contact}.`;
const isRequest = ({ kind }: OptOut) => kind !== 'Take back an opt-out';

/** What we do now, sentence by sentence. */
function nextSteps({ kind, scope }: OptOut, due: LocalDate | null): string[] {
  const isSome = scope === 'Certain pictures';
  const isScreen = scope === 'Internet and social media';
  const steps: string[] = [];
  if (isSome) steps.push('We do not use these pictures any more.');
  else if (kind !== 'Withdraw pictures already made')
    steps.push(
      isScreen
        ? 'Pictures may still be taken, but we do not put them on the internet or on social media.'
        : 'We take and use no new pictures. Those who take pictures at our events are told.',
    );
  if (kind !== 'No future pictures')
    steps.push(
      `We take down the pictures that were made before${due ? `, by ${inWords(due)}` : ''}. We write to you when all of it is done.`,
    );
  return [...steps, welcome()];
}

/** After a request that is hers beyond doubt: what holds from when, and what cannot be taken back. */
export function optOutConfirmed(
  known: RequestFacts & { due: LocalDate | null; remains: readonly Remains[] },
): MailWords {
  const { optOut, name, contact, link, expires, due, remains } = known;
  if (optOut.status === 'Taken back') return takenBackSince(known);
  return {
    subject: 'We have your request about pictures',
    preview: 'It is confirmed. This is your copy, and what happens next.',
    blocks: [
      title('Your request about pictures'),
      greeting(name),
      paragraph(
        'Thank you for telling us. Your request is confirmed, and we keep to it. This email is your copy.',
      ),
      facts(requestInWords(optOut, 'her')),
      heading('What happens next'),
      list(nextSteps(optOut, due)),
      ...(remains.length > 0 ? [paragraph(remainsInWords(remains))] : []),
      heading('If you change your mind'),
      paragraph(`You can take your request back at any time. ${only(expires)}`),
      button('Take my request back', link),
      paragraph(wrong(contact)),
    ],
  };
}

/** She confirmed once more what she has taken back meanwhile. */
function takenBackSince({ optOut, name, contact }: RequestFacts): MailWords {
  return {
    subject: 'Your request about pictures was taken back before',
    preview: 'You have taken it back since, so nothing has changed.',
    blocks: [
      title('Nothing has changed'),
      greeting(name),
      paragraph(
        'You confirmed a request that was taken back meanwhile, so it does not hold any more, and nothing has changed. If you want it again, please send the form once more, or write to us.',
      ),
      facts(requestInWords(optOut, 'her')),
      paragraph(`Questions? Write to ${contact}.`),
    ],
  };
}

/** After a request that anybody could have sent in her name: one tap and it is proven. */
export function optOutToConfirm(known: RequestFacts): MailWords {
  const { optOut, name, contact, link, expires } = known;
  const isHonored = isRequest(optOut);
  return {
    subject: 'One more step: please confirm your request about pictures',
    preview: isHonored
      ? 'We keep to it already. Please confirm that it is yours.'
      : 'Nothing has changed yet. Please confirm that it is yours.',
    blocks: [
      title('Is this request yours?'),
      greeting(name),
      paragraph(
        isHonored
          ? 'We got a request about pictures with your email address. We keep to it from today on. So that we know for certain that it is yours, please confirm it with your own link: open it and press “Submit”.'
          : 'We got a message with your email address that pictures may be taken and used again. So that nobody can say this in your name, nothing has changed yet. Please confirm it with your own link: open it and press “Submit”.',
      ),
      // Here even what she typed herself waits until she has confirmed it.
      facts(requestInWords({ ...optOut, family: '', pictures: '', words: '' }, 'her')),
      ...(optOut.channel === 'Email'
        ? [
            paragraph(
              'You wrote by email, so we take it to mean all pictures of you and of your family. With the link you can also choose something else.',
            ),
          ]
        : []),
      button('Yes, this is my request', link),
      paragraph(
        `${only(expires)} ${isHonored ? `If you did not send it, please write to ${contact}.` : 'If you did not send it, you can leave this email alone.'} What was written in free words comes with the next email, when you have confirmed it.`,
      ),
      ...(isHonored ? [paragraph(welcome())] : []),
      paragraph(`Questions? Write to ${contact}.`),
    ],
  };
}

/** Subject, preview, title and first words after a take-back: one that took nothing back, one with a day to come, any other. */
export const takeBackWords = (day: string) =>
  ({
    nothing: [
      'Nothing has changed about your pictures',
      'We found nothing to take back. This is what holds now.',
      'Nothing has changed',
      'You asked us to take a request back. We found no request of yours that this takes back, so nothing has changed. A request is taken back for the same people and names, and as far as you say. Below is what holds now. To take back more, choose again, and choose all pictures.',
    ],
    later: [
      'You took back your request about pictures',
      `It is taken back from ${day} on. This is what holds until then.`,
      `It is taken back from ${day} on`,
      `As you asked, we take this back on ${day}. Until then nothing changes. This email is your copy.`,
    ],
    now: [
      'You took back your request about pictures',
      'It is done. This is what holds now.',
      'It is taken back',
      'As you asked, we have taken this back. This email is your copy.',
    ],
  }) as const;

/** After a take-back that is hers beyond doubt: what holds now. `from`: the day that is still to come. */
export function optOutTakenBack(
  known: RequestFacts & {
    permission: Permission;
    onRoster: Images | null;
    from: LocalDate | null;
    isNothing: boolean;
  },
): MailWords {
  const { optOut, name, contact, link, expires, permission, onRoster, from, isNothing } = known;
  const words = takeBackWords(inWords(from));
  const [subject, preview, top, first] = words[isNothing ? 'nothing' : from ? 'later' : 'now'];
  return {
    subject,
    preview,
    blocks: [
      title(top),
      greeting(name),
      paragraph(first),
      facts(requestInWords(optOut, 'her')),
      heading(from ? 'What holds until then' : 'What holds now'),
      list(permissionInWords(permission, onRoster, contact)),
      paragraph(
        `You may say no again at any time, for yourself and for your family. ${welcome()} ${only(expires)}`,
      ),
      button('Choose again about pictures', link),
      paragraph(wrong(contact)),
    ],
  };
}

/** When the last line of her withdrawal is done. */
export function picturesTakenDown(
  known: Omit<RequestFacts, 'link' | 'expires'> & {
    done: readonly (readonly [what: string, on: string])[];
    remains: readonly Remains[];
  },
): MailWords {
  const { optOut, name, contact, done, remains } = known;
  return {
    subject: 'The pictures are taken down',
    preview: 'Everything that you asked us to take down is down.',
    blocks: [
      title('The pictures are down'),
      greeting(name),
      paragraph('You asked us to take pictures down. We have been through all of it, and it is done.'),
      facts(requestInWords(optOut, 'her')),
      heading('What we did'),
      list(done.map(([what, on]) => `${what}: ${on}`)),
      ...(remains.length > 0 ? [paragraph(remainsInWords(remains))] : []),
      paragraph(`If you still see a picture, please write to ${contact} and tell us where. ${welcome()}`),
    ],
  };
}

/** The copy of a request for the program's own address: the written request that the Code asks for. */
export function noticeOfOptOut(known: { optOut: OptOut; memberName: string; link: string }): MailWords {
  const { optOut, memberName, link } = known;
  const { name, email, memberId, received, channel, confirmedBy, status, remark } = optOut;
  return {
    subject: `Written request about pictures: ${memberName || name}`,
    preview: 'A copy of the answer in the form, for your records.',
    blocks: [
      title('A request about pictures'),
      paragraph(
        status === 'To match'
          ? 'The system cannot tell for certain who sent this. If you know her, write her Member ID into the row in Opt-outs. Until then it stands on the list for photographers, and no mail went to the address in the form.'
          : 'This is the written request for which the Code of Conduct asks, in full. The system has seen to it; what has to be taken down stands in Takedowns.',
      ),
      facts([
        ['Member', memberName === '' ? '' : `${memberName} (${memberId})`],
        ['Name in the form', name],
        ['Address in the form', email],
        ['Received', timeInWords(received)],
        ...requestInWords(optOut, 'staff'),
        ['Channel', channel ?? ''],
        ['Confirmed by', confirmedBy ?? ''],
        ['Status', status ?? ''],
        ['Remark', remark],
      ]),
      button('Open Opt-outs', link),
    ],
  };
}

/** Once a week, as long as something is due. */
export function takedownsDue(known: {
  lines: readonly Takedown[];
  today: LocalDate;
  link: string;
}): MailWords {
  const { lines, today, link } = known;
  const most = 60;
  const shown = lines.slice(0, most).map((line) => takedownLine(line, today));
  if (lines.length > most) shown.push(`… and ${lines.length - most} more`);
  return {
    subject: `Pictures to take down: ${lines.length}`,
    preview: 'Please tick them in Takedowns when they are done.',
    blocks: [
      title('Pictures to take down'),
      paragraph(
        'Members asked us to take these down. Please tick “Done” in Takedowns when a line is done, also on your phone. When the last one of a request is done, the member is told.',
      ),
      list(shown),
      button('Open Takedowns', link),
    ],
  };
}
