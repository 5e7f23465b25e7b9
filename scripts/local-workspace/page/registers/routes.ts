// The addresses of the spreadsheets: the page, its data in pieces, people's actions, and the script's menu and dialogs.

import { type Context, Hono } from 'hono';
import { denied, GoogleError } from '../../kernel/errors.ts';
import { noAccessPage } from '../access.ts';
import type { PageContext } from '../context.ts';
import { notFoundPage } from '../not-found.ts';
import { mayOpen, viewerOf } from '../viewer.ts';
import { perform, readAction } from './actions.ts';
import { spreadsheetList, spreadsheetPage } from './register-page.ts';
import { readWish, rowOrder } from './row-order.ts';
import { scriptRoutes } from './script-routes.ts';
import { SPARE_ROWS, TabReader } from './tab-data.ts';

/** Cells that come with the first answer, so that the grid shows something at once. */
const FIRST_ROWS = 120;
const MOST_ROWS = 1000;

export function registerRoutes(context: PageContext): Hono {
  const { workspace, turns } = context;
  const { sheets, files } = workspace;
  const app = new Hono();
  const isShut = (c: Context, id: string): boolean =>
    files.find(id)?.kind === 'spreadsheet' && !mayOpen(workspace, viewerOf(c, workspace), id);

  const closed = (c: Context, id: string) =>
    noAccessPage(c, context, {
      kind: 'spreadsheet',
      back: `/spreadsheets/d/${id}/edit`,
      section: '/spreadsheets',
      scripts: ['registers.js'],
    });

  // Whoever may not open a spreadsheet gets nothing of it, whatever she asks for.
  app.use('/spreadsheets/d/:id/*', async (c, next) => {
    const id = c.req.param('id');
    return isShut(c, id) ? closed(c, id) : next();
  });
  app.use('/local/spreadsheets/:id/*', async (c, next) => {
    const id = c.req.param('id');
    if (!isShut(c, id)) return next();
    const asPage = c.req.header('accept')?.includes('text/html');
    return asPage ? closed(c, id) : c.json({ error: denied().message }, 403);
  });

  app.get('/spreadsheets', (c) => spreadsheetList(c, context));
  app.get('/spreadsheets/d/:id', (c) => c.redirect(`/spreadsheets/d/${c.req.param('id')}/edit`));
  app.get('/spreadsheets/d/:id/edit', (c) => {
    const id = c.req.param('id');
    if (files.find(id)?.kind !== 'spreadsheet')
      return notFoundPage(
        c,
        context,
        'This spreadsheet is not here',
        'It may have been deleted, or the address is not complete.',
      );
    return spreadsheetPage(c, context, id);
  });

  /** Answers with what `work` gives, or with Google's words when it is refused. */
  const answer = (c: Context, work: (user: string, id: string) => unknown): Response => {
    try {
      return c.json(work(viewerOf(c, workspace), c.req.param('id') as string) as object);
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      return c.json({ error: error.message }, error.http as 400);
    }
  };

  const reader = (user: string, id: string, sheetId: string | undefined): TabReader => {
    const book = sheets.open({ email: user }, id);
    const sheet = book.record.sheets.find((candidate) => String(candidate.sheetId) === sheetId);
    if (!sheet) throw new GoogleError('NOT_FOUND', 'This tab is not there any more.');
    return new TabReader(sheets, book, sheet);
  };

  app.get('/local/spreadsheets/:id', (c) =>
    answer(c, (user, id) => {
      const book = sheets.open({ email: user }, id);
      return {
        title: book.title,
        revision: sheets.revision(id),
        mayUndo: sheets.canUndo(user, id),
        tabs: book.record.sheets.map(({ sheetId, title, hidden }) => ({ sheetId, title, hidden })),
      };
    }),
  );

  app.get('/local/spreadsheets/:id/tabs/:sheet', (c) =>
    answer(c, (user, id) => {
      const tab = reader(user, id, c.req.param('sheet'));
      const order = rowOrder(
        tab,
        readWish((name) => c.req.query(name)),
      );
      const first = order ?? Array.from({ length: FIRST_ROWS }, (_, i) => i + tab.headers);
      return {
        ...tab.view(user, files.get(id).owner),
        spareRows: SPARE_ROWS,
        order: order ?? null,
        cells: tab.cells(first.slice(0, FIRST_ROWS)),
      };
    }),
  );

  app.post('/local/spreadsheets/:id/tabs/:sheet/rows', async (c) => {
    const { rows } = await c.req.json<{ rows?: unknown }>().catch(() => ({ rows: undefined }));
    if (!Array.isArray(rows) || !rows.every((row) => Number.isInteger(row) && row >= 0))
      return c.json({ error: 'Send {"rows":[1,2,3]}.' }, 400);
    return answer(c, (user, id) => ({
      revision: sheets.revision(id),
      cells: reader(user, id, c.req.param('sheet')).cells(rows.slice(0, MOST_ROWS)),
    }));
  });

  // The whole of a very long cell, and the rule of a cell that differs from its column's.
  app.get('/local/spreadsheets/:id/tabs/:sheet/cells/:row/:column', (c) =>
    answer(c, (user, id) => {
      const [row, column] = [Number(c.req.param('row')), Number(c.req.param('column'))];
      if (!Number.isInteger(row) || !Number.isInteger(column))
        throw new GoogleError('INVALID_ARGUMENT', 'Row and column are whole numbers.');
      const tab = reader(user, id, c.req.param('sheet'));
      return { cell: tab.cell(row, column, true), rule: tab.rule(row, column) ?? null };
    }),
  );

  app.post('/local/spreadsheets/:id/actions', async (c) => {
    const wish = readAction(await c.req.json().catch(() => undefined));
    if (!wish) return c.json({ error: 'The local Workspace does not know this action.' }, 400);
    return answer(c, (user, id) => {
      perform(workspace, user, id, wish);
      turns.commit();
      return { revision: sheets.revision(id) };
    });
  });

  app.route('/', scriptRoutes(context));
  return app;
}
