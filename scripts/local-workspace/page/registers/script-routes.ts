// The script's own menu and its dialogs: opening a spreadsheet, choosing a menu item, and `google.script.run`.

import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { RunResult, UiEffect } from '../../index.ts';
import { GoogleError } from '../../kernel/errors.ts';
import type { PageContext } from '../context.ts';
import { DIALOG_POLICY } from '../guard.ts';
import { viewerOf } from '../viewer.ts';
import { dialogDocument } from './dialog-document.ts';

const place = z.int().min(0);
const active = z.strictObject({
  spreadsheetId: z.string(),
  sheetId: z.int(),
  range: z.strictObject({ startRow: place, endRow: place, startColumn: place, endColumn: place }).optional(),
});
const call = z.strictObject({
  scriptId: z.string(),
  functionName: z.string(),
  kind: z.enum(['menu', 'dialog']),
  args: z.array(z.unknown()).default([]),
  active: active.optional(),
});

/** Dialogs that a browser may still be fetching; each is fetched once, right after its run. */
const KEPT_DIALOGS = 50;

/** A dialog or sidebar as the page gets it: an address in place of its HTML. */
type ShownEffect =
  | UiEffect
  | {
      kind: 'dialog' | 'sidebar';
      title: string;
      address: string;
      width?: number;
      height?: number;
      scriptId: string;
    };

export function scriptRoutes(context: PageContext): Hono {
  const { workspace, turns } = context;
  const app = new Hono();
  const dialogs = new Map<string, { user: string; document: string }>();

  const shown = (user: string, scriptId: string, effects: readonly UiEffect[]): ShownEffect[] =>
    effects.map((effect) => {
      if (effect.kind !== 'dialog' && effect.kind !== 'sidebar') return effect;
      const key = randomBytes(12).toString('hex');
      const document = dialogDocument(effect.html, workspace.projects.get(scriptId), context.assets);
      dialogs.set(key, { user, document });
      for (const old of [...dialogs.keys()].slice(0, -KEPT_DIALOGS)) dialogs.delete(old);
      const { html: _, ...rest } = effect;
      return { ...rest, scriptId, address: `/local/dialogs/${key}` };
    });

  /** A refusal in Google's words; anything else is a fault of ours. */
  const refusal = (c: Context, error: unknown): Response => {
    if (!(error instanceof GoogleError)) throw error;
    return c.json({ error: error.message }, error.http as 400);
  };

  app.get('/local/dialogs/:key', (c) => {
    const dialog = dialogs.get(c.req.param('key'));
    // A dialog is for the person who opened it.
    if (dialog?.user !== viewerOf(c, workspace)) return c.text('This dialog is closed.', 404);
    return c.html(dialog.document, 200, { 'Content-Security-Policy': DIALOG_POLICY });
  });

  app.post('/local/spreadsheets/:id/open', (c) => {
    try {
      const user = viewerOf(c, workspace);
      const opened = workspace.openSpreadsheet(user, c.req.param('id'));
      turns.commit();
      return c.json({
        scripts: opened.map(({ scriptId, ui }) => ({ scriptId, effects: shown(user, scriptId, ui) })),
      });
    } catch (error) {
      return refusal(c, error);
    }
  });

  app.post('/local/script/run', async (c) => {
    const asked = call.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ error: 'The local Workspace does not understand this call.' }, 400);
    const { scriptId, functionName, kind, args } = asked.data;
    const user = viewerOf(c, workspace);
    const selection = asked.data.active ? { active: asked.data.active } : {};
    try {
      const { containerId } = workspace.projects.get(scriptId);
      if (containerId) workspace.files.require({ email: user }, containerId, 'write');
      if (asked.data.active)
        workspace.files.require({ email: user }, asked.data.active.spreadsheetId, 'read');
      const run: RunResult =
        kind === 'menu'
          ? workspace.run(functionName, {
              scriptId,
              user,
              kind,
              ...(asked.data.active ? { active: asked.data.active } : {}),
            })
          : workspace.callFromDialog(scriptId, functionName, args, user, selection.active);
      turns.commit();
      const { record, result, ui } = run;
      return c.json({
        execution: record.id,
        status: record.status,
        ...(record.status === 'Completed'
          ? { result: result ?? null }
          : { failure: record.error ?? 'The run was cut off.' }),
        effects: shown(user, scriptId, ui),
      });
    } catch (error) {
      return refusal(c, error);
    }
  });
  return app;
}
