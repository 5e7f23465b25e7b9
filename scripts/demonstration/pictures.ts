// Invents what members of the demonstration ask about pictures, by the form and by mail, and an agreement of two of them.

import type { Workspace } from '../local-workspace/index.ts';
import { answerForm, newestLink, type Typed } from './answer.ts';
import type { Happening } from './cases.ts';
import type { DemonstrationMember } from './members.ts';

const WANT = 'What do you want?';
const WHOM = 'Whom do you mean?';
const FAR = 'Which pictures do you mean?';

const NO_PICTURES: Typed = {
  [WANT]: 'No pictures of me from now on',
  [WHOM]: 'Only me',
  [FAR]: 'All pictures, on paper and on screens',
};
export const NOT_ON_SCREENS: Typed = { ...NO_PICTURES, [FAR]: 'Only the internet and social media' };
const TAKE_DOWN: Typed = {
  [WANT]: 'Both: no new pictures, and take down the old ones',
  [WHOM]: 'Me, and my children or my family',
  'Their names': 'Leo\nMilena',
  [FAR]: 'All pictures, on paper and on screens',
  'Is there anything else that we should know?':
    'The picture on the first page of the website is the one that matters most.',
};

const BY_MAIL = `Dear all,

please do not put pictures of me on Facebook. My family at home should not see them.

Thank you!`;

const QUESTION_BY_MAIL = 'Hello, may I come to the spring tea with my two children? They are three and five.';

/** @param deliver lets the script take up what was sent */
export function pictureHappenings(
  workspace: Workspace,
  members: readonly DemonstrationMember[],
  deliver: () => void,
): Happening[] {
  const [quiet, mother, stranger, writer, asker, mentor, mentee] = sevenOf(members);
  const formAbout = (title: string) => {
    const form = workspace.forms.all().find((one) => one.title.startsWith(title));
    if (!form) throw new Error(`Set up has not made the form “${title}”`);
    return workspace.forms.viewUrl(form);
  };
  const pictures = formAbout('Pictures of you');
  const agreements = formAbout('An agreement');
  const who = ({ name, email }: DemonstrationMember): Typed => ({
    'Your name': name,
    'Your email address': email,
  });
  const on = (day: number, happens: () => void): Happening => ({
    day,
    happens: () => {
      happens();
      deliver();
    },
  });
  const asks = (day: number, member: DemonstrationMember, typed: Typed) =>
    on(day, () => answerForm(workspace, pictures, { ...who(member), ...typed }));
  /** She opens the link in our newest mail and presses “Submit”. */
  const confirms = (day: number, member: DemonstrationMember, form: string, typed: Typed = {}) =>
    on(day, () => {
      const link = newestLink(workspace, member.email, form);
      if (!link) throw new Error(`No mail to ${member.email} leads to ${form}`);
      answerForm(workspace, link, typed);
    });
  const yes = { 'Do you agree?': 'Yes, I agree' };
  return [
    asks(6.2, quiet, NOT_ON_SCREENS),
    confirms(6.9, quiet, pictures),
    asks(9.3, mother, TAKE_DOWN),
    confirms(9.6, mother, pictures),
    asks(15.4, { ...stranger, email: 'another.address@example.org' }, NO_PICTURES),
    on(12.3, () => write(workspace, writer, 'Pictures', BY_MAIL, 'Code of Conduct/Opt-out')),
    on(17.2, () => write(workspace, asker, 'The spring tea', QUESTION_BY_MAIL, 'Code of Conduct/Question')),
    on(13.1, () =>
      answerForm(workspace, agreements, {
        ...who(mentor),
        'What would you like to do?': 'Start a new agreement',
        'Name of the other member': mentee.name,
        'What may be told, and to whom?':
          'What we said about my search for work may be told to Amina, who knows the hospital.',
        'For how long?': '3 months',
      }),
    ),
    confirms(13.8, mentor, agreements, yes),
    confirms(14.1, mentee, agreements, yes),
  ];
}

/** Seven active members who have nothing to do with the other happenings. */
function sevenOf(members: readonly DemonstrationMember[]) {
  const active = members.filter(({ status }) => status === 'Active').slice(40, 47);
  type Member = DemonstrationMember;
  return active as [Member, Member, Member, Member, Member, Member, Member];
}

/** She writes to the contact address, and staff put a label on her mail. */
function write(
  workspace: Workspace,
  from: DemonstrationMember,
  subject: string,
  text: string,
  label: string,
): void {
  const headers = {
    From: `${from.name} <${from.email}>`,
    To: workspace.owner,
    Subject: subject,
    'Message-ID': `<${label.length}.${text.length}@mail.example.org>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const [arrived] = workspace.gmail.receive([...lines, '', text].join('\r\n'), [workspace.owner]);
  if (arrived) workspace.gmail.addLabel(workspace.owner, arrived.id, label);
  workspace.run('everyTenMinutes');
}
