// Reports and questions that come by mail: labelled by staff or a filter, registered once, answered once.

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, FIRST } from '../support/cases.ts';
import { CONTACT, HANA, HEDI, SARA, TestDesk } from '../support/desk.ts';
import { LABEL, Mailbox, MIA, MIAS, STORY } from '../support/mail.ts';

let desk: TestDesk;
let cases: Cases;
let mail: Mailbox;
beforeAll(() => {
  desk = new TestDesk();
  cases = new Cases(desk);
  mail = new Mailbox(desk, cases);
});
beforeEach(() => desk.reset());

const entries = () =>
  [...cases.register('Cases'), ...cases.register('Questions')].map((line) => line.Case ?? line.Question);

describe('a report', () => {
  it('becomes a case with her words and her address, and is answered and labelled', () => {
    const id = mail.receive({ labels: ['report'] });
    mail.run();
    expect(cases.case(FIRST)).toMatchObject({
      'What happened': `Subject: Please help\n\n${STORY}`,
      Kind: 'Possible violation',
      Urgency: 'Normal',
      Status: 'New',
      Contact: 'By email',
    });
    expect(cases.person('Mia Moran')).toMatchObject({ Part: 'Reporter', Email: MIAS });
    expect(cases.log(FIRST)).toEqual([
      `Received: By email from Mia Moran <${MIAS}>.\nThe mail itself: https://mail.google.com/mail/u/0/#all/${id}`,
    ]);
    expect(desk.subjects(MIAS)).toEqual(['A note from International Mentoring St. Louis']);
    expect(desk.subjects(HANA)).toEqual([]);
    expect(mail.labelsOf(id)).toEqual([LABEL.registered, LABEL.report]);
    expect(mail.noted()).toMatchObject([{ 'What it is': 'Entry', Entry: FIRST, 'To do': '' }]);
  });

  it('is taken up once, whatever becomes of its labels', () => {
    const id = mail.receive({ labels: ['report'] });
    mail.run();
    mail.unlabel(id, 'report');
    mail.unlabel(id, 'registered');
    mail.run();
    mail.label(id, 'report', 'question');
    mail.run();
    expect(entries()).toEqual([FIRST]);
    expect(desk.subjects(MIAS)).toHaveLength(1);
  });
});
