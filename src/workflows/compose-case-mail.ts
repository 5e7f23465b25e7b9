// Writes the mails about cases.

import * as mails from '../content/case-mails.ts';
import type { MailWords } from '../content/mail-words.ts';
import { REASONS } from '../content/problems.ts';
import type { CaseMail } from '../domain/case-entries.ts';
import { toldWith } from '../domain/case-outbox.ts';
import { dueFor } from './case-deadlines.ts';
import type { CaseDesk } from './case-desk.ts';
import { answersTo } from './case-outbox.ts';
import { sharingNow } from './case-sharing.ts';

/** The words of a mail; of a case it is given the number and the dates, and nothing else. */
export function composeCaseMail(desk: CaseDesk, mail: CaseMail): MailWords {
  const { kind, reference: number } = mail;
  const entry = desk.caseRow(number)?.entry;
  const question = desk.tables.questions.find(number)?.entry;
  const link = desk.linkTo(question ? 'questions' : 'cases');
  const { programme } = desk.settings;
  const ownSubject = (entry ?? question)?.contactSubject ?? '';
  const reporter = { number, programme, contact: answersTo(desk, number), ownSubject };
  switch (kind) {
    case 'Urgent report': {
      const numbers = [mail, ...toldWith(desk.tables.mailLog.entries, mail.id)].map((one) => one.reference);
      return mails.urgentReport({ number, link, waiting: new Set(numbers).size });
    }
    case 'Notice of report': {
      const { urgency = null, acknowledgeBy = null } = entry ?? {};
      return mails.noticeOfReport({ number, link, urgency, acknowledgeBy });
    }
    case 'Notice of addition':
      return mails.noticeOfAddition({ number, link });
    case 'Notice of question':
      return mails.noticeOfQuestion({ number, link, answerBy: question?.answerBy ?? null });
    case 'Report received': {
      const canAdd = entry?.passPhrase !== '';
      return mails.reportReceived({ ...reporter, acknowledgeBy: entry?.acknowledgeBy ?? null, canAdd });
    }
    case 'Report acknowledged':
      return mails.reportAcknowledged({ ...reporter, answerBy: entry?.answerBy ?? null });
    case 'Report closed':
      return mails.reportClosed({ ...reporter, reconsiderBy: entry?.reconsiderBy ?? null });
    case 'Question received':
      return mails.questionReceived({ ...reporter, answerBy: question?.answerBy ?? null });
    case 'Cases due': {
      const due = dueFor(desk, mail.to).map(({ number, what, by }) => ({
        number,
        waitsFor: what,
        since: by,
      }));
      return mails.casesDue({ due, link: desk.linkTo('cases') });
    }
    case 'Sharing alert':
      return mails.sharingAlert({ ...sharingNow(desk), link: desk.linkTo('cases') });
    case null:
      throw new Error(REASONS.noKind);
  }
}
