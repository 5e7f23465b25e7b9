// Gmail's search, operator by operator, over one small mailbox.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { ANA, BEA, DESK, Mail, plain } from './support.ts';

let mail: Mail;
const names = new Map<string, string>();

beforeAll(() => {
  mail = new Mail({ start: Date.parse('2026-03-01T12:00:00Z') });
  const keep = (name: string, id: string) => names.set(id, name);
  keep('old', mail.send(plain(ANA, 'Your acceptance', 'Reference IMSTL-MAIL-000001 of today')).id);
  mail.kernel.clock.moveTo(Date.parse('2026-03-08T12:00:00Z'));
  keep(
    'bea',
    mail.send(plain(ANA, 'Your invitation', 'Reference IMSTL-MAIL-000012', [`Cc: Bea Ríos <${BEA}>`])).id,
  );
  mail.kernel.clock.moveTo(Date.parse('2026-03-10T11:00:00Z'));
  const question = mail.engine.receive({
    from: `Ana <${ANA}>`,
    to: DESK,
    subject: 'A question about pictures',
    html: '<p>Where is <b>my</b> photo&nbsp;now?</p>',
    attachments: [{ name: 'group photo.jpg', type: 'image/jpeg', content: 'x' }],
    headers: { 'Message-ID': '<q1@example.org>' },
  })[0]?.id as string;
  keep('question', question);
  mail.engine.addLabel(DESK, question, 'Code of Conduct/Question');
  const spam = mail.engine.receive({
    from: 'win@spam.example',
    to: DESK,
    subject: 'Win',
    text: 'Money question',
  })[0]?.id as string;
  keep('trash', spam);
  mail.engine.trash(DESK, spam);
  keep('self', mail.send(plain(DESK, 'Note', 'for me')).id);
  mail.engine.markRead(DESK, question);
  mail.kernel.clock.moveTo(Date.parse('2026-03-10T12:00:00Z'));
});

const found = (q: string, query: object = {}) => mail.find('me', q, query).map((id) => names.get(id));

describe('what a search finds, newest first', () => {
  const cases: [string, string[]][] = [
    ['', ['self', 'question', 'bea', 'old']],
    ['in:sent', ['self', 'bea', 'old']],
    ['in:inbox', ['self', 'question']],
    ['in:anywhere', ['self', 'trash', 'question', 'bea', 'old']],
    ['in:trash', ['trash']],
    ['is:unread', ['self']],
    ['is:read in:inbox', ['question']],
    ['from:ana@example.org', ['question']],
    ['from:example.org', ['question']],
    ['from:me', ['self', 'bea', 'old']],
    ['to:me', ['self', 'question']],
    ['to:bea', ['bea']],
    ['cc:bea', ['bea']],
    ['to:"Bea Ríos"', ['bea']],
    ['subject:invitation', ['bea']],
    ['subject:(your acceptance)', ['old']],
    ['subject:{acceptance invitation}', ['bea', 'old']],
    ['label:code-of-conduct-question', ['question']],
    ['label:"Code of Conduct/Question"', ['question']],
    ['label:nothing-like-it', []],
    ['{label:code-of-conduct-report label:code-of-conduct-question}', ['question']],
    ['in:inbox -label:code-of-conduct-question', ['self']],
    ['in:sent "IMSTL-MAIL-000001"', ['old']],
    ['imstl-mail-000012', ['bea']],
    ['IMSTL-MAIL-00001', []],
    ['"reference imstl"', ['bea', 'old']],
    ['"imstl reference"', []],
    ['photo now', ['question']],
    ['"my photo now"', ['question']],
    ['-in:sent', ['question']],
    ['reference -today', ['bea']],
    ['-subject:(your acceptance) in:sent', ['self', 'bea']],
    ['has:attachment', ['question']],
    ['filename:photo', ['question']],
    ['rfc822msgid:q1@example.org', ['question']],
    ['rfc822msgid:<q1@example.org>', ['question']],
    ['newer_than:3d', ['self', 'question', 'bea']],
    ['newer_than:2h', ['self', 'question']],
    ['older_than:5d', ['old']],
    ['after:2026/03/08', ['self', 'question', 'bea']],
    ['after:2026/03/09', ['self', 'question']],
    ['before:2026-03-08', ['old']],
    [`after:${Date.parse('2026-03-10T10:00:00Z') / 1000}`, ['self', 'question']],
    ['acceptance OR invitation', ['bea', 'old']],
    ['in:sent (acceptance OR invitation)', ['bea', 'old']],
    ['{acceptance question}', ['question', 'old']],
    ['larger:10M', []],
  ];
  it.each(cases)('%s', (q, expected) => expect(found(q)).toEqual(expected));
});

describe('what a search cannot do is said by name', () => {
  it.each([
    ['list:info@example.org', 'The search operator list:'],
    ['has:drive', 'The search operator has:drive'],
    ['is:snoozed', 'The search operator is:snoozed'],
    ['around:5', 'The search operator around:'],
    ['newer_than:soon', 'Invalid search duration: soon'],
    ['after:yesterday', 'Invalid search date: yesterday'],
  ])('%s', (q, message) => expect(() => found(q)).toThrow(message));

  it.each(['(', ')', '{', '"', '-', 'OR', '( ( (', 'subject:', '"" -""', 'a OR', '}{)('])(
    '%s is taken without complaint',
    (q) => {
      expect(() => found(q)).not.toThrow();
    },
  );
});

describe('lists', () => {
  it('labels must all be there; spam and trash only when asked for', () => {
    expect(found('', { labelIds: ['SENT'] })).toEqual(['self', 'bea', 'old']);
    expect(found('', { labelIds: ['SENT', 'INBOX'] })).toEqual(['self']);
    expect(found('', { labelIds: 'TRASH' })).toEqual(['trash']);
    expect(found('money', { includeSpamTrash: true })).toEqual(['trash']);
    expect(() => found('', { labelIds: ['Label_99'] })).toThrow('labelId not found');
  });

  it('come in pages that new mail does not shift', () => {
    const box = new Mail();
    for (let i = 0; i < 7; i++) box.send(plain(ANA, `Mail ${i}`));
    const subjects: (string | undefined)[] = [];
    let pageToken: string | undefined;
    do {
      const page = box.api<{ messages?: { id: string }[]; nextPageToken?: string }>(
        'messages.list',
        { userId: ANA },
        { query: { maxResults: 3, ...(pageToken ? { pageToken } : {}) } },
      );
      subjects.push(...(page.messages ?? []).map(({ id }) => box.engine.view(ANA, id).message.subject));
      pageToken = page.nextPageToken;
      box.send(plain(ANA, 'Later'));
    } while (pageToken);
    expect(subjects).toEqual(['Mail 6', 'Mail 5', 'Mail 4', 'Mail 3', 'Mail 2', 'Mail 1', 'Mail 0']);
    expect(() => box.find(ANA, '', { pageToken: 'x' })).toThrow('Invalid pageToken');
    expect(() => box.find(ANA, '', { maxResults: 0 })).toThrow(
      "Invalid value at 'max_results' (TYPE_DOUBLE), 0",
    );
    expect(() => box.find(ANA, '', { size: 1 })).toThrow(
      'Invalid JSON payload received. Unknown name "size": Cannot bind query parameter. Field \'size\' could not be found in request message.',
    );
  });
});
