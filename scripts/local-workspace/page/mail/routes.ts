// The addresses of the mail pages.

import { Hono } from 'hono';
import { GoogleError } from '../../kernel/errors.ts';
import { normalAddress } from '../../services/gmail/addresses.ts';
import type { MessageView } from '../../services/gmail/engine.ts';
import type { PageContext } from '../context.ts';
import { MAIL_POLICY } from '../guard.ts';
import { notFoundPage } from '../not-found.ts';
import { mailActions } from './actions.ts';
import { framed } from './links.ts';
import { mailbox, mailboxList } from './mailboxes.ts';
import { message } from './message.ts';

export function mailRoutes(context: PageContext): Hono {
  const { workspace, turns } = context;
  const app = new Hono();

  const find = (address: string, id: string): MessageView | undefined => {
    try {
      return workspace.gmail.view(address, id);
    } catch (error) {
      if (error instanceof GoogleError) return undefined;
      throw error;
    }
  };

  app.route('/', mailActions(context));
  app.get('/mail', (c) => mailboxList(c, context));
  app.get('/mail/:address', (c) => mailbox(c, context, normalAddress(c.req.param('address'))));
  app.get('/mail/:address/:id', (c) => {
    const address = normalAddress(c.req.param('address'));
    const view = find(address, c.req.param('id'));
    if (!view)
      return notFoundPage(
        c,
        context,
        'This mail is not here',
        'It may have been deleted, or belong to another mailbox.',
      );
    // As in Gmail, a mail that was opened counts as read.
    if (view.message.labelIds.includes('UNREAD')) {
      workspace.gmail.markRead(address, view.message.id);
      turns.commit();
    }
    return message(c, context, address, view);
  });
  app.get('/mail/:address/:id/html', (c) => {
    const view = find(c.req.param('address'), c.req.param('id'));
    if (!view) return c.text('This mail is not here.', 404);
    return c.html(framed(view.html, context), 200, { 'Content-Security-Policy': MAIL_POLICY });
  });
  app.get('/mail/:address/:id/raw', (c) => {
    const view = find(c.req.param('address'), c.req.param('id'));
    if (!view) return c.text('This mail is not here.', 404);
    const source = Buffer.from(workspace.gmail.mailboxes.raw(view.message), 'latin1');
    return c.body(source, 200, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="${view.message.id}.eml"`,
    });
  });
  app.get('/mail/:address/:id/files/:file', (c) => {
    try {
      const { bytes } = workspace.gmail.attachment(
        c.req.param('address'),
        c.req.param('id'),
        c.req.param('file'),
      );
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': 'attachment',
        'Content-Security-Policy': MAIL_POLICY,
      });
    } catch (error) {
      if (error instanceof GoogleError) return c.text('This file is not here.', 404);
      throw error;
    }
  });
  return app;
}
