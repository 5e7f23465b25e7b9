// Changed labels that lists and searches learn of a moment later, when that is switched on.

import { expect, it } from '@jest/globals';
import { createWorkspace } from '../../../scripts/local-workspace/index.ts';
import { ANA, DESK, Mail } from './support.ts';

const REPORT = 'Code of Conduct/Report';

function labelled(mail: Mail): { id: string; label: string } {
  const [{ id = '' } = {}] = mail.engine.receive({ from: ANA, to: DESK, subject: 'Help' });
  const { id: label } = mail.engine.labels.create(DESK, { name: REPORT });
  return { id, label };
}

it('usually everybody learns of it at once', () => {
  const mail = new Mail();
  const { id, label } = labelled(mail);
  mail.engine.addLabel(DESK, id, REPORT);
  expect(mail.find('me', '', { labelIds: [label] })).toEqual([id]);
});

it('lists, searches and threads go by the old labels until the seconds are over; the message itself does not', () => {
  const mail = new Mail();
  const { id, label } = labelled(mail);
  mail.engine.lag = { seconds: 5 };
  const modify = (body: object) => mail.api('messages.modify', { userId: 'me', id }, { body });
  const found = () => [
    mail.find('me', '', { labelIds: [label] }),
    mail.find('me', 'label:code-of-conduct-report'),
    mail
      .api<{ threads?: { id: string }[] }>('threads.list', { userId: 'me' }, { query: { labelIds: [label] } })
      .threads?.map((thread) => thread.id) ?? [],
  ];
  modify({ addLabelIds: [label] });
  expect(mail.get('me', id).labelIds).toEqual(['UNREAD', 'INBOX', label]);
  expect(found()).toEqual([[], [], []]);
  mail.kernel.clock.tick(3000);
  modify({ removeLabelIds: ['UNREAD'] });
  mail.kernel.clock.tick(2000);
  // The first change is known now, the second not yet.
  expect(found()).toEqual([[id], [id], [id]]);
  expect(mail.find('me', 'is:unread')).toEqual([id]);
  mail.kernel.clock.tick(2999);
  expect(mail.find('me', 'is:unread')).toEqual([id]);
  mail.kernel.clock.tick(1);
  expect(mail.find('me', 'is:unread')).toEqual([]);

  modify({ removeLabelIds: [label] });
  expect(found()).toEqual([[id], [id], [id]]);
  mail.kernel.clock.tick(5000);
  expect(found()).toEqual([[], [], []]);
});

it('people on the page see their change at once, and it can be switched off again', () => {
  const mail = new Mail();
  const { id, label } = labelled(mail);
  mail.engine.lag = { seconds: 5 };
  mail.engine.addLabel(DESK, id, REPORT);
  expect(mail.engine.list(DESK, { labelIds: [label], limit: 10 }).messages).toHaveLength(1);
  mail.engine.lag = { seconds: 0 };
  mail.engine.markRead(DESK, id);
  mail.kernel.clock.tick(5000);
  expect(mail.find('me', 'is:unread')).toEqual([]);
  expect(() => {
    mail.engine.lag = { seconds: -1 };
  }).toThrow('-1 is no number of seconds');
});

it('is part of what a snapshot holds', () => {
  const workspace = createWorkspace();
  const before = workspace.snapshot();
  workspace.gmail.lag = { seconds: 2 };
  workspace.restore(before);
  expect(workspace.gmail.lag.seconds).toBe(0);
});
