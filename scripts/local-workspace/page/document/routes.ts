// The addresses of the documents: the list, the sheet of paper, and saving what was written on it.

import { Hono } from 'hono';
import * as z from 'zod';
import { GoogleError } from '../../kernel/errors.ts';
import { noAccessPage } from '../access.ts';
import type { PageContext } from '../context.ts';
import { notFoundPage } from '../not-found.ts';
import { mayOpen, viewerOf } from '../viewer.ts';
import { documentList, documentPage } from './document-page.ts';

const writing = z.strictObject({
  /** One line a paragraph. */
  text: z.string().max(1_000_000),
  /** What the page showed before somebody wrote on it; without it, what others wrote meanwhile is written over. */
  revisionId: z.string().optional(),
});

export function documentRoutes(context: PageContext): Hono {
  const { workspace, turns } = context;
  const { docs, files } = workspace;
  const app = new Hono();

  app.get('/document', (c) => documentList(c, context));
  app.get('/document/d/:id', (c) => c.redirect(`/document/d/${c.req.param('id')}/edit`));
  app.get('/document/d/:id/edit', (c) => {
    const id = c.req.param('id');
    if (files.find(id)?.kind !== 'document')
      return notFoundPage(
        c,
        context,
        'This document is not here',
        'It may have been deleted, or the address is not complete.',
      );
    return mayOpen(workspace, viewerOf(c, workspace), id)
      ? documentPage(c, context, id)
      : noAccessPage(c, context, {
          kind: 'document',
          back: `/document/d/${id}/edit`,
          section: '/document',
          scripts: ['document.js'],
        });
  });

  app.post('/local/documents/:id', async (c) => {
    const sent = writing.safeParse(await c.req.json().catch(() => undefined));
    if (!sent.success) return c.json({ error: 'The local Workspace does not understand this text.' }, 400);
    const { text, revisionId } = sent.data;
    const user = viewerOf(c, workspace);
    const id = c.req.param('id');
    try {
      const { revisionId: latest } = docs.view(user, id);
      if (revisionId !== undefined && revisionId !== latest)
        return c.json({ error: 'Somebody else has changed this document meanwhile.' }, 409);
      docs.userEdit(user, id, text);
      turns.commit();
      return c.json({ revisionId: docs.view(user, id).revisionId });
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      return c.json({ error: error.message }, error.http as 400);
    }
  });
  return app;
}
