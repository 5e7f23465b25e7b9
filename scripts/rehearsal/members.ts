// What members of a rehearsed desk do: answer with the link that they were mailed, opt out of pictures, ask, report.

import { addDays } from '../../src/domain/calendar.ts';
import type { Member } from '../../src/domain/entries.ts';
import { addressSign, makeReference } from '../../src/domain/reference.ts';
import { FORM_PROPERTY, PROPERTY } from '../../src/workflows/config.ts';
import { answerForm, newestLink } from '../demonstration/answer.ts';
import { QUESTION_ONLY, REPORT_ONLY } from '../demonstration/cases.ts';
import { NOT_ON_SCREENS } from '../demonstration/pictures.ts';
import { ANSWER_QUESTION, REFUSAL } from '../demonstration/prepare.ts';
import type { Unasked } from './habits.ts';
import { entriesOf, propertiesOf, type RehearsedDesk, settingsOf } from './rehearsed-desk.ts';

const typed = ({ name, email }: Member) => ({ 'Your name': name, 'Your email address': email });

/** She answers with the newest link that she has. */
export function answerCode(desk: RehearsedDesk, member: Member, declines: boolean): void {
  const { url } = acceptanceLink(desk);
  const link = newestLink(desk.workspace, member.email, url) ?? linkMailedBefore(desk, member);
  answerForm(desk.workspace, link, { ...typed(member), ...(declines ? { [ANSWER_QUESTION]: REFUSAL } : {}) });
}

/** What comes in unasked. */
export function sendUnasked(desk: RehearsedDesk, what: Unasked, member: Member): void {
  const { workspace } = desk;
  if (what === 'optOut')
    answerForm(workspace, formAt(desk, 'image-opt-out').url, { ...typed(member), ...NOT_ON_SCREENS });
  else
    answerForm(workspace, propertiesOf(desk)[PROPERTY.reportUrl] ?? '', {
      ...typed(member),
      ...(what === 'question' ? QUESTION_ONLY : REPORT_ONLY),
    });
}

/** She opens the link in the mail that asks her to confirm what she wants about pictures. */
export function confirmOptOut(desk: RehearsedDesk, member: Member): void {
  const link = newestLink(desk.workspace, member.email, formAt(desk, 'image-opt-out').url);
  if (link) answerForm(desk.workspace, link, {});
}

interface FormPlace {
  readonly url: string;
  readonly entries: Readonly<Record<string, string>>;
}

const acceptanceLink = (desk: RehearsedDesk) => formAt(desk, 'acceptance');

const formAt = (desk: RehearsedDesk, purpose: keyof typeof FORM_PROPERTY): FormPlace =>
  JSON.parse(propertiesOf(desk)[FORM_PROPERTY[purpose].link] ?? '{"url":"","entries":{}}');

/** The link of a mail that left before the rehearsal, which has the Registers but nobody's mailbox. */
function linkMailedBefore(desk: RehearsedDesk, { id: memberId, email, lastAsked, role }: Member): string {
  const secret = propertiesOf(desk)[PROPERTY.secret] ?? '';
  const expires = addDays(lastAsked ?? '', settingsOf(desk).linkDays);
  const about = entriesOf(desk, 'codeVersions').find(({ status }) => status === 'Active')?.version ?? '';
  const mailedTo = addressSign(memberId, email, secret);
  const reference = makeReference({ purpose: 'acceptance', memberId, about, expires, mailedTo }, secret);
  const { url, entries } = acceptanceLink(desk);
  const answers = Object.entries({ reference, role: role ?? 'Mentee' });
  const query = answers.flatMap(([key, value]) =>
    entries[key] ? [`${entries[key]}=${encodeURIComponent(value)}`] : [],
  );
  return `${url}?usp=pp_url&${query.join('&')}`;
}
