// What people do in their mailboxes: write, answer, hand in a source, put on labels and take them away.

import { type Context, Hono } from 'hono';
import { GoogleError } from '../../kernel/errors.ts';
import { isAddress, normalAddress } from '../../services/gmail/addresses.ts';
import { formatAddress } from '../../services/gmail/delivery.ts';
import type { PageContext } from '../context.ts';
import { message } from './message.ts';
import { answerTo, pastePage, quoted, threading, type Writing, writePage } from './write.ts';

/** Gmail takes in no larger mail. */
const MOST_BYTES = 50 * 1024 * 1024;

type Fields = Record<string, string | File | (string | File)[]>;

const words = (value: Fields[string] | undefined): string => {
  const one = Array.isArray(value) ? value.at(-1) : value;
  return typeof one === 'string' ? one : '';
};
/** Files that somebody chose; a browser sends an empty one when she chose none. */
const filesIn = (value: Fields[string] | undefined): File[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is File => one instanceof File && (one.size > 0 || one.name !== ''),
  );
const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
const mailPage = (address: string, id: string): string => `/mail/${encodeURIComponent(address)}/${id}`;

export function mailActions(context: PageContext): Hono {
  const { workspace, turns } = context;
  const { gmail } = workspace;
  const app = new Hono();

  /** Does it, unless Gmail refuses: then says why. */
  const attempt = <T>(what: () => T): { done: T } | { refused: string } => {
    try {
      const done = what();
      turns.commit();
      return { done };
    } catch (error) {
      if (error instanceof GoogleError) return { refused: error.message };
      throw error;
    }
  };

  const original = (address: string, id: string) => {
    const found = attempt(() => gmail.view(address, id));
    return 'done' in found ? found.done : undefined;
  };

  app.get('/mail/new', (c) => {
    const empty = { name: '', to: workspace.owner, subject: '', text: '', answers: '', quote: true };
    return writePage(c, context, { ...empty, from: c.req.query('from') ?? '' });
  });
  app.get('/mail/paste', (c) => pastePage(c, context, { to: workspace.owner, source: '' }));
  app.get('/mail/:address/:id/answer', (c) => {
    const address = normalAddress(c.req.param('address'));
    const view = original(address, c.req.param('id'));
    if (!view) return c.notFound();
    return writePage(c, context, { ...answerTo(address, view), text: '', quote: true });
  });

  app.post('/local/mail/write', async (c) => {
    const fields: Fields = await c.req.parseBody({ all: true });
    const writing: Writing = {
      from: normalAddress(words(fields.from)),
      name: words(fields.name).trim(),
      to: words(fields.to).trim(),
      subject: words(fields.subject),
      text: words(fields.text),
      answers: words(fields.answers),
      quote: words(fields.quote) === 'yes',
    };
    const { from } = writing;
    if (!isAddress(from)) return writePage(c, context, writing, 'Your address is not complete.');
    const answered = writing.answers === '' ? undefined : original(from, writing.answers);
    if (writing.answers !== '' && !answered)
      return writePage(
        c,
        context,
        { ...writing, answers: '' },
        'The mail that you answer is not here any more.',
      );
    const attachments = await Promise.all(
      filesIn(fields.files).map(async (file) => ({
        name: file.name,
        type: file.type || 'application/octet-stream',
        content: await bytesOf(file),
      })),
    );
    const sent = attempt(() =>
      gmail.write(
        from,
        {
          from: formatAddress(writing.name, from),
          to: writing.to,
          subject: writing.subject,
          text: answered && writing.quote ? writing.text + quoted(answered) : writing.text,
          ...(answered ? { headers: threading(answered) } : {}),
          attachments,
        },
        answered?.message.threadId,
      ),
    );
    return 'done' in sent
      ? c.redirect(mailPage(from, sent.done.id), 303)
      : writePage(c, context, writing, refusalInWords(sent.refused));
  });

  /** A source, byte for byte, as the body itself or in a form; `?to=` names the mailboxes that its headers do not. */
  app.post('/local/mail', async (c) => {
    if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES)
      return c.json({ error: 'A mail has at most 50 MB.' }, 413);
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
    if (type === 'message/rfc822') {
      const source = new Uint8Array(await c.req.arrayBuffer());
      const arrived = attempt(() => gmail.receive(source, c.req.queries('to')));
      return 'done' in arrived ? c.json({ arrived: arrived.done }) : c.json({ error: arrived.refused }, 400);
    }
    if (type !== 'multipart/form-data' && type !== 'application/x-www-form-urlencoded')
      return c.json({ error: 'Send the source of a mail as message/rfc822.' }, 415);
    return receiveForm(c);
  });

  const receiveForm = async (c: Context) => {
    const fields: Fields = await c.req.parseBody({ all: true });
    const [file] = filesIn(fields.file);
    const pasted = { to: words(fields.to).trim(), source: words(fields.source) };
    const source = file ? await bytesOf(file) : pasted.source;
    if (source.length === 0) return pastePage(c, context, pasted, 'Paste a message or choose a file.');
    const envelope = pasted.to.split(/[\s,;]+/).filter(Boolean);
    const arrived = attempt(() => gmail.receive(source, envelope.length > 0 ? envelope : undefined));
    if ('refused' in arrived) return pastePage(c, context, pasted, refusalInWords(arrived.refused));
    const [first] = arrived.done;
    return c.redirect(first ? mailPage(first.mailbox, first.id) : '/mail', 303);
  };

  app.post('/local/mail/:address/:id/labels', async (c) => {
    const address = normalAddress(c.req.param('address'));
    const id = c.req.param('id');
    const fields: Fields = await c.req.parseBody();
    const [add, remove] = [words(fields.label).trim(), words(fields.remove)];
    const changed = attempt(() => {
      const mail = gmail.mailboxes.get(address, id);
      const all = words(fields.conversation) === 'yes';
      for (const one of all ? gmail.mailboxes.thread(address, mail.threadId) : [mail]) {
        if (add !== '') gmail.addLabel(address, one.id, add);
        if (remove !== '') gmail.removeLabel(address, one.id, remove);
      }
    });
    if ('refused' in changed) {
      const view = original(address, id);
      return view ? message(c, context, address, view, refusalInWords(changed.refused)) : c.notFound();
    }
    return c.redirect(`${mailPage(address, id)}#labels`, 303);
  });

  return app;
}

/** Gmail's refusals that a person at the page can meet, in words for her. */
function refusalInWords(refusal: string): string {
  if (/^Invalid To header|^Recipient address required|^Invalid email/.test(refusal))
    return `Nobody can be reached there. Look at the address again. (Gmail says: ${refusal})`;
  if (/^Invalid label/.test(refusal)) return `There can be no such label. (Gmail says: ${refusal})`;
  return `Gmail would not take this: ${refusal}`;
}
