// Who is looking: the account that the person at the page plays, kept in a cookie.

import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import type { Workspace } from '../index.ts';
import { isAddress, normalAddress } from '../services/gmail/addresses.ts';
import type { PageContext } from './context.ts';

const COOKIE = 'looking_as';
/** Somebody whom nobody has given anything, to see what such a person gets. */
export const STRANGER = 'someone.else@example.org';

export function viewerOf(c: Context, workspace: Workspace): string {
  return chosenIn(getCookie(c, COOKIE)) ?? workspace.owner;
}

/** The account that somebody plays in her browser; undefined for programs, which have no such cookie. */
export function visitorOf(request: Request): string | undefined {
  const cookies = request.headers.get('cookie') ?? '';
  return chosenIn(parse(cookies, COOKIE)[COOKIE]);
}

function chosenIn(cookie: string | undefined): string | undefined {
  const chosen = normalAddress(cookie ?? '');
  return isAddress(chosen) ? chosen : undefined;
}

export const mayOpen = ({ files }: Workspace, viewer: string, id: string): boolean =>
  files.may({ email: viewer }, id, 'read');

/** Whether nothing that a script says can tell this person what she may not read. */
export const mayOpenAll = (workspace: Workspace, viewer: string): boolean =>
  workspace.sheets.all().every(({ spreadsheetId }) => mayOpen(workspace, viewer, spreadsheetId));

/** The accounts that own or share a file: staff, as far as this Workspace knows. */
export function staff(workspace: Workspace): string[] {
  const people = workspace.files
    .all()
    .flatMap(({ owner, editors, viewers }) => [owner, ...editors, ...viewers]);
  return [...new Set([workspace.owner, ...people.map(normalAddress)])];
}

/** `POST /local/viewer`: become somebody else, then go back to where one was. */
export function viewerRoutes({ workspace }: PageContext): Hono {
  const app = new Hono();
  app.post('/local/viewer', async (c) => {
    const form = await c.req.parseBody();
    const email = normalAddress(String(form.email ?? ''));
    const back = String(form.back ?? '/');
    setCookie(c, COOKIE, isAddress(email) ? email : workspace.owner, {
      path: '/',
      sameSite: 'Strict',
      httpOnly: true,
    });
    return c.redirect(/^\/(?!\/|\\)/.test(back) ? back : '/', 303);
  });
  return app;
}
