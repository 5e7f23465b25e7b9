// Labels of Gmail's own and of the user, and how messages come together in threads.

import { describe, expect, it } from '@jest/globals';
import { ANA, DESK, header, Mail, type Message, plain } from './support.ts';

describe('labels', () => {
  const create = (mail: Mail, name: string) =>
    mail.api<{ id: string; name: string }>('labels.create', { userId: 'me' }, { body: { name } });

  it('are made, given, counted, renamed with what is below them, and removed', () => {
    const mail = new Mail();
    const parent = create(mail, 'Code of Conduct');
    const child = create(mail, 'Code of Conduct/Report');
    expect([parent.id, child.id]).toEqual(['Label_1', 'Label_2']);
    const [{ id = '' } = {}] = mail.engine.receive({ from: ANA, to: DESK, text: 'x' });
    const changed = mail.api<Message>(
      'messages.modify',
      { userId: 'me', id },
      { body: { addLabelIds: [child.id], removeLabelIds: ['UNREAD'] } },
    );
    expect(changed.labelIds).toEqual(['INBOX', 'Label_2']);
    expect(mail.api<object>('labels.get', { userId: 'me', id: child.id })).toMatchObject({
      messagesTotal: 1,
      messagesUnread: 0,
      type: 'user',
    });
    mail.api('labels.patch', { userId: 'me', id: parent.id }, { body: { name: 'Conduct' } });
    const { labels } = mail.api<{ labels: { id: string; name: string }[] }>('labels.list', { userId: 'me' });
    expect(labels.filter(({ id: label }) => label.startsWith('Label_')).map(({ name }) => name)).toEqual([
      'Conduct',
      'Conduct/Report',
    ]);
    mail.api('labels.delete', { userId: 'me', id: child.id });
    expect(mail.get('me', id).labelIds).toEqual(['INBOX']);
    expect(create(mail, 'New').id).toBe('Label_3');
  });

  it.each([
    ['INBOX', 'Invalid label name'],
    ['trash', 'Invalid label name'],
    ['', 'Invalid label name'],
    ['a//b', 'Invalid label name'],
    ['Twice', 'Label name exists or conflicts'],
    ['TWICE', 'Label name exists or conflicts'],
  ])('the name "%s" is refused: %s', (name, message) => {
    const mail = new Mail();
    create(mail, 'Twice');
    expect(() => create(mail, name)).toThrow(message);
  });

  it('a change of many messages is refused as a whole, and passes over ids that no message has', () => {
    const mail = new Mail();
    const ids = [1, 2].map(
      (n) => mail.engine.receive({ from: ANA, to: DESK, subject: String(n) })[0]?.id as string,
    );
    const batch = (body: object) => mail.api('messages.batchModify', { userId: 'me' }, { body });
    expect(() => batch({ ids: [...ids, 'zzz'], addLabelIds: ['STARRED'] })).toThrow('Invalid id value');
    expect(() => batch({ ids, addLabelIds: ['STARRED', 'Label_9'] })).toThrow('labelId not found');
    expect(() => batch({ ids, addLabelIds: ['SENT'] })).toThrow('Invalid label: SENT');
    expect(mail.find('me', 'is:starred')).toEqual([]);
    batch({ ids: [...ids, '00000000000000ff'], addLabelIds: ['STARRED'], removeLabelIds: ['UNREAD'] });
    expect(mail.find('me', 'is:starred is:read')).toEqual([...ids].reverse());
  });

  it('a change of nothing, and one that contradicts itself, are refused', () => {
    const mail = new Mail();
    const [{ id = '' } = {}] = mail.engine.receive({ from: ANA, to: DESK });
    const modify = (body: object) => mail.api<Message>('messages.modify', { userId: 'me', id }, { body });
    expect(() => modify({})).toThrow('No label add or removes specified');
    expect(() => modify({ addLabelIds: [], removeLabelIds: [] })).toThrow(
      'No label add or removes specified',
    );
    expect(() => modify({ addLabelIds: ['STARRED'], removeLabelIds: ['STARRED'] })).toThrow(
      'Cannot both add and remove the same label',
    );
    const bare = modify({ removeLabelIds: ['INBOX', 'UNREAD'] });
    expect([bare, mail.get('me', id)].map((message) => 'labelIds' in message)).toEqual([false, false]);
  });

  it('unknown and unreadable message ids', () => {
    const mail = new Mail();
    expect(() => mail.get('me', 'zzz')).toThrow('Invalid id value');
    expect(() => mail.get('me', '18c0ffee18c0ffee')).toThrow('Requested entity was not found.');
  });
});

describe('threads', () => {
  const reply = (mail: Mail, to: Message, subject: string, from = ANA) =>
    mail.engine.write(from, {
      to: DESK,
      subject,
      text: 'answer',
      headers: { 'In-Reply-To': header(to, 'Message-ID') as string },
    });

  it('an answer with the same subject joins the thread, in every mailbox its own', () => {
    const mail = new Mail();
    const sent = mail.send(plain(ANA, 'Your picture'));
    mail.send(plain(ANA, 'Something else'));
    const answer = reply(mail, mail.newest(ANA, 'subject:picture'), 'RE: Fwd: Your  picture');
    const thread = mail.api<{ messages: Message[] }>(
      'threads.get',
      { userId: 'me', id: sent.threadId },
      { query: { format: 'metadata' } },
    );
    expect(thread.messages.map((message) => header(message, 'Subject'))).toEqual([
      'Your picture',
      'RE: Fwd: Your  picture',
    ]);
    expect(mail.engine.mailboxes.thread(ANA, answer.threadId)).toHaveLength(2);
    expect(mail.api<{ threads: object[] }>('threads.list', { userId: 'me' }).threads).toHaveLength(2);
  });

  it('answers to a mail that went elsewhere come together, and so do answers that overtake it', () => {
    const mail = new Mail();
    const answer = (subject: string, headers: Record<string, string>) =>
      mail.engine.receive({ from: ANA, to: DESK, subject, headers })[0]?.threadId;
    const first = answer('Re: Picnic', { References: '<picnic@example.org>' });
    const second = answer('AW: Picnic', {
      'Message-ID': '<second@example.org>',
      References: '<picnic@example.org>\r\n <first@example.org>',
    });
    expect(second).toBe(first);
    expect(answer('Fwd: Picnic', { 'Message-ID': '<first@example.org>' })).toBe(first);
    expect(answer('Re: Picnic', { 'In-Reply-To': '<second@example.org>' })).toBe(first);
    expect(answer('Re: Another picnic', { References: '<picnic@example.org>' })).not.toBe(first);
  });

  it('a thread of a hundred mails is full', () => {
    const mail = new Mail();
    const threads = Array.from(
      { length: 101 },
      () =>
        mail.engine.receive({
          from: ANA,
          to: DESK,
          subject: 'Long',
          headers: { References: '<long@example.org>' },
        })[0]?.threadId,
    );
    expect(new Set(threads.slice(0, 100)).size).toBe(1);
    expect(threads[100]).not.toBe(threads[0]);
  });

  it('another subject, or no reference, begins a new thread', () => {
    const mail = new Mail();
    const sent = mail.send(plain(ANA, 'Your picture'));
    reply(mail, mail.newest(ANA), 'Another matter');
    mail.engine.write(ANA, { to: DESK, subject: 'Re: Your picture', text: 'no reference' });
    expect(mail.engine.mailboxes.thread(DESK, sent.threadId)).toHaveLength(1);
  });

  it('an asked-for thread is joined when subject and references fit, and must exist', () => {
    const mail = new Mail();
    const [{ id = '', threadId = '' } = {}] = mail.engine.receive({ from: ANA, to: DESK, subject: 'Help' });
    const references = [`References: ${header(mail.get('me', id), 'Message-ID')}`];
    expect(mail.send(plain(ANA, 'Re: Help', 'x', references), 'me', threadId).threadId).toBe(threadId);
    expect(mail.send(plain(ANA, 'Other', 'x', references), 'me', threadId).threadId).not.toBe(threadId);
    expect(() => mail.send(plain(ANA, 'Re: Help'), 'me', '18c0ffee18c0ffee')).toThrow(
      'Requested entity was not found.',
    );
  });

  it('all messages of a thread change their labels together', () => {
    const mail = new Mail();
    const sent = mail.send(plain(ANA, 'Subject'));
    reply(mail, mail.newest(ANA), 'Re: Subject');
    mail.api('threads.modify', { userId: 'me', id: sent.threadId }, { body: { addLabelIds: ['IMPORTANT'] } });
    expect(mail.find('me', 'is:important')).toHaveLength(2);
  });
});

it('the overview counts what people see', () => {
  const mail = new Mail();
  mail.engine.configure({ address: DESK, displayName: 'Desk' });
  mail.send(plain(ANA, 'One'));
  mail.send(plain(ANA, 'Two'));
  mail.engine.markRead(ANA, mail.newest(ANA).id);
  expect(mail.engine.overview()).toMatchObject([
    { address: DESK, displayName: 'Desk', messages: 2, inbox: 0, unread: 0, sent: 2 },
    {
      address: ANA,
      displayName: '',
      messages: 2,
      inbox: 2,
      unread: 1,
      sent: 0,
      lastAt: mail.kernel.clock.now(),
    },
  ]);
});
