// `npm run deploy` with the unmodified clasp against the local Workspace: the first time, later ones, and clasp by hand between.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { answerForm, newestLink } from '../../scripts/demonstration/answer.ts';
import { deploy, type Wish } from '../../scripts/deployment/deploy.ts';
import { LiveScript, signedIn } from '../../scripts/deployment/live-script.ts';
import { withLocalTarget } from '../../scripts/deployment/local-target.ts';
import type { Person } from '../../scripts/deployment/person.ts';
import { TARGETS, type Target } from '../../scripts/deployment/targets.ts';
import { type GoogleProxy, startGoogleProxy } from '../../scripts/local-workspace/google-proxy.ts';
import { createWorkspace, type Workspace } from '../../scripts/local-workspace/index.ts';
import type { StoreSnapshot } from '../../scripts/local-workspace/kernel/store.ts';
import { type ServedWorkspace, serveWorkspace } from '../../scripts/local-workspace/server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLASP = join(ROOT, 'node_modules/@google/clasp/build/src/index.js');
const ME = 'contact@imstl.org';
const { test, production } = TARGETS as { test: Target; production: Target };

// Each start of clasp costs seconds, more on a busy machine.
jest.setTimeout(300_000);

let folder = '';
let workspace: Workspace;
let served: ServedWorkspace;
let proxy: GoogleProxy;
let firstTime: Terminal;
let afterFirstTime: StoreSnapshot;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  // As the project comes.
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId: '', rootDir: 'dist' }));
  workspace = createWorkspace({ start: '2026-01-12T15:00:00Z', seed: 1 });
  served = await serveWorkspace(workspace, { port: 0 });
  proxy = await startGoogleProxy(served.url);
  firstTime = await run({ answers: ['yes'] });
  afterFirstTime = workspace.snapshot();
});

beforeEach(() => workspace.restore(afterFirstTime));

afterEach(() => rmSync(join(folder, production.settingsFile), { force: true }));

afterAll(async () => {
  await proxy.close();
  await served.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Terminal {
  /** All that was said and asked, and the error that ended it. */
  text: string;
  stopped: boolean;
}

interface Run extends Partial<Wish> {
  /** What is typed; without it nobody is there. */
  readonly answers?: string[];
  /** What the build makes otherwise than now. */
  readonly changes?: Readonly<Record<string, string | undefined>>;
  readonly local?: boolean;
}

/** Runs the command as a maintainer does. */
async function run({ answers, changes = {}, local = false, ...wish }: Run = {}): Promise<Terminal> {
  const seen: Terminal = { text: '', stopped: false };
  const say = (text: string) => {
    seen.text += `${text}\n`;
    void agreeInBrowser(text);
  };
  const person: Person = {
    isThere: answers !== undefined,
    say,
    async ask(question) {
      say(question);
      return answers?.shift() ?? 'nothing';
    },
  };
  const work = (target: Target, here: { folder: string; signIns: string; local?: Place }) =>
    deploy({ target, ...wish }, { ...here, person, build: async () => build(here.folder, changes) });
  const place = { url: served.url, env: proxy.env };
  const here = { folder, signIns: join(folder, '.clasprc.json'), local: place };
  try {
    await (local ? withLocalTarget(served.url, work) : work(wish.target ?? test, here));
  } catch (error) {
    say((error as Error).message);
    seen.stopped = true;
  }
  return seen;
}

type Place = { url: string; env: GoogleProxy['env'] };

function build(into: string, changes: Readonly<Record<string, string | undefined>>): void {
  rmSync(join(into, 'dist'), { recursive: true, force: true });
  cpSync(join(ROOT, 'dist'), join(into, 'dist'), { recursive: true });
  const all = { 'appsscript.json': manifest({}), ...changes };
  for (const [name, text] of Object.entries(all))
    if (text === undefined) rmSync(join(into, 'dist', name));
    else writeFileSync(join(into, 'dist', name), text);
}

const readDist = (name: string) => readFileSync(join(ROOT, 'dist', name), 'utf8');

function manifest(changes: object): string {
  const own = JSON.parse(readDist('appsscript.json'));
  return JSON.stringify({ ...own, executionApi: { access: 'MYSELF' }, ...changes });
}

const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const withCalendar = () =>
  manifest({ oauthScopes: [...JSON.parse(readDist('appsscript.json')).oauthScopes, CALENDAR] });

/** The browser is played by a request that chooses the account. */
async function agreeInBrowser(said: string): Promise<void> {
  const [address] = /https:\/\/accounts\.google\.com\S+/.exec(said) ?? [];
  if (!address) return;
  const { pathname, search } = new URL(address);
  await fetch(new URL(`${pathname}${search}&local_account=${encodeURIComponent(ME)}`, served.url));
}

const settings = () => JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8'));

const liveFile = (name: string) =>
  workspace.projects.get(settings().scriptId).files.find((file) => file.name === name)?.source;

async function versions(): Promise<string[]> {
  const answer = await fetch(new URL(`/v1/projects/${settings().scriptId}/versions`, served.url));
  const { versions: found = [] } = (await answer.json()) as {
    versions?: { versionNumber: number; description: string }[];
  };
  return found.map(({ versionNumber, description }) => `${versionNumber} ${description}`).sort();
}

/** Somebody types in the script's editor. */
function edit(name: string, source: string): void {
  const { scriptId, files } = workspace.projects.get(settings().scriptId);
  workspace.projects.push(
    scriptId,
    files.map((file) => (file.name === name ? { ...file, source } : file)),
  );
}

describe('the first time', () => {
  it('signs in, asks, makes the spreadsheet with its script, pushes, and says what is left to do', async () => {
    const { parentId } = settings();
    expect(firstTime.text).toContain('https://script.google.com/home/usersettings');
    expect(firstTime.text).toContain(`It will belong to ${ME}`);
    expect(firstTime.text).toMatch(/new +Code\.js \(\d+ bytes\)/);
    expect(firstTime.text).not.toContain('stands still');
    expect(firstTime.text).toContain('git add .clasp.json');
    expect(firstTime.text).toContain('Live as version 1. Checked');
    expect(firstTime.text).toContain(`Open ${new URL(`/spreadsheets/d/${parentId}/edit`, served.url).href}`);
    expect(settings()).toEqual({ scriptId: expect.any(String), parentId, rootDir: 'dist' });
    expect(liveFile('Code') === readDist('Code.js')).toBe(true);
    expect(await versions()).toEqual([expect.stringMatching(/^1 20.* UTC, build [0-9a-f]{12}$/)]);
  });

  it('makes no second spreadsheet when the settings are lost; the old one is taken up again by its script id', async () => {
    const kept = readFileSync(join(folder, '.clasp.json'));
    const { scriptId } = settings();
    rmSync(join(folder, '.clasp.json'));
    try {
      expect((await run({ yes: true })).text).toContain('There is a spreadsheet “Registers (test)” already');
      expect(workspace.projects.all().length).toBe(1);
      expect((await run({ script: scriptId })).text).toContain('Nothing to do');
      expect(settings()).toEqual(JSON.parse(String(kept)));
    } finally {
      writeFileSync(join(folder, '.clasp.json'), kept);
    }
  });
});

describe('later', () => {
  it('says that nothing changed, and pushes nothing', async () => {
    const { pushedAt } = workspace.projects.get(settings().scriptId);
    const { text, stopped } = await run();
    expect(text).toContain('Nothing to do: what was built is live already, as version 1.');
    expect(stopped).toBe(false);
    expect(workspace.projects.get(settings().scriptId).pushedAt).toBe(pushedAt);
    expect((await versions()).length).toBe(1);
  });

  it('shows in a dry run what would change, and changes nothing', async () => {
    const changes = { 'Code.js': '// other', 'help.html': undefined, 'new.html': '<p>' };
    const { text, stopped } = await run({ dryRun: true, changes });
    expect(text).toMatch(/changed +Code\.js \(\d+ → 8 bytes\)/);
    expect(text).toMatch(/removed +help\.html/);
    expect(text).toMatch(/new +new\.html \(3 bytes\)/);
    expect(text).not.toContain('texts.html');
    expect(text).toContain('nothing was changed');
    expect({ stopped, code: liveFile('Code') === readDist('Code.js') }).toEqual({
      stopped: false,
      code: true,
    });
  });

  it('says first that a new permission stops everything, and leaves all as it is unless she agrees', async () => {
    const changes = { 'appsscript.json': withCalendar() };
    for (const answers of [['no'], undefined]) {
      const { text, stopped } = await run({ changes, ...(answers ? { answers } : {}) });
      expect(text).toMatch(/NEW PERMISSIONS:\n {2}\S+\/calendar\n.*stands still[\s\S]*What changes/);
      expect(text).toContain('Nothing was changed.');
      expect(stopped).toBe(true);
    }
    expect(liveFile('appsscript')).not.toContain('calendar');
  });

  it('finishes what was interrupted between push and version, when it is run again', async () => {
    const changes = { 'Code.js': `${readDist('Code.js')}// newer` };
    edit('Code', changes['Code.js']);
    const again = await run({ changes });
    expect(again.text).toContain('not kept as a version');
    expect(again.text).toContain('Live as version 2. Checked');
    expect((await run({ changes })).text).toContain('Nothing to do');
    expect((await versions()).length).toBe(2);
  });

  it('finds out when what it kept as a version is not what was built', async () => {
    const changes = { 'Code.js': `${readDist('Code.js')}// newer` };
    edit('Code', changes['Code.js']);
    const { addVersion } = LiveScript.prototype;
    const meanwhile = jest.spyOn(LiveScript.prototype, 'addVersion').mockImplementationOnce(function (
      this: LiveScript,
      text,
    ) {
      edit('Code', '// by hand, at the same moment');
      return addVersion.call(this, text);
    });
    const { text, stopped } = await run({ changes });
    meanwhile.mockRestore();
    expect(text).toContain('Version 2 is not what was built: Code.js.');
    expect(stopped).toBe(true);
  });

  it('notices what somebody changed in the editor, asks, and keeps it; also on the local Workspace', async () => {
    edit('Code', '// by hand');
    const refused = await run({ answers: ['no'] });
    expect(refused.text).toMatch(/somebody changed it in the editor.*\n {2}Code\.js\n/);
    expect({ stopped: refused.stopped, code: liveFile('Code') }).toEqual({
      stopped: true,
      code: '// by hand',
    });

    const changes = { 'appsscript.json': withCalendar() };
    const { text } = await run({ local: true, yes: true, changes });
    expect(text).toContain('Target “local”');
    expect(text).toContain('What was live is kept as version 2.');
    expect(text).toContain('Live as version 3. Checked');
    expect(text).toMatch(/with the account that owns the automatic work.*agree to the new permissions/s);
    expect(liveFile('Code') === readDist('Code.js')).toBe(true);
    expect(liveFile('appsscript')).toContain('calendar');
    expect(await versions()).toContainEqual(
      expect.stringMatching(/^2 As found on .* before it was replaced$/),
    );
  });

  it('stops before Google would refuse one more version', async () => {
    const { scriptId, files } = workspace.projects.get(settings().scriptId);
    const onlyManifest = files.filter(({ type }) => type === 'JSON');
    workspace.projects.push(scriptId, onlyManifest);
    const more = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    for (let made = 1; made < 199; made++)
      await fetch(new URL(`/v1/projects/${scriptId}/versions`, served.url), more);
    const { text, stopped } = await run();
    expect(text).toContain('The script has 199 versions');
    expect({ stopped, now: workspace.projects.get(scriptId).files }).toEqual({
      stopped: true,
      now: onlyManifest,
    });
  });
});

describe('production', () => {
  beforeAll(() => {
    const file = join(folder, '.clasprc.json');
    const { tokens } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ tokens: { ...tokens, production: tokens.default } }));
  });

  it('is not made unless its name is typed', async () => {
    for (const answers of [['yes'], undefined]) {
      const { text, stopped } = await run({ target: production, ...(answers ? { answers } : {}) });
      expect(text).toContain('A new spreadsheet “Registers” with its script will be made');
      expect(stopped).toBe(true);
    }
    const dry = await run({ target: production, dryRun: true });
    expect(dry).toMatchObject({ stopped: false, text: expect.stringContaining('nothing was changed') });
    expect(workspace.projects.all().length).toBe(1);
    expect(existsSync(join(folder, production.settingsFile))).toBe(false);
  });

  it('is not changed unless its name is typed, however small the change', async () => {
    cpSync(join(folder, '.clasp.json'), join(folder, production.settingsFile));
    const { text, stopped } = await run({
      target: production,
      changes: { 'help.html': '<p>' },
      answers: ['yes'],
    });
    expect(text).toContain('Type “production” to go on');
    expect({ stopped, help: liveFile('help') === readDist('help.html') }).toEqual({
      stopped: true,
      help: true,
    });
  });

  it('has a sign-in of its own, and says how to get it where nobody can be asked', async () => {
    const { text, stopped } = await run({ target: { ...production, user: 'nobody yet' }, yes: true });
    expect(text).toContain('npx clasp login --user nobody yet');
    expect(stopped).toBe(true);
  });
});

describe('clasp by hand, on what the command set up', () => {
  it('makes a version and a deployment, and runs a function; and members are served', async () => {
    expect((await clasp(['create-version', 'By hand'])).out).toBe('Created version 2\n');
    expect((await clasp(['create-deployment', '-V', '2', '-d', 'Live'])).out).toMatch(
      /^Deployed AKfycb\S+ @2\n$/,
    );

    // The token of the first sign-in may do what clasp does, and not what the script does.
    const { scriptId, parentId } = settings();
    const account = await signedIn(join(folder, '.clasprc.json'), test.user, served.url);
    const wish = { scriptId, requestBody: { function: 'readSetUp' } };
    await expect(account?.scripts.scripts.run(wish)).rejects.toMatchObject({ status: 403 });
    expect(await clasp(['login', '--use-project-scopes', '--include-clasp-scopes'])).toMatchObject({
      status: 0,
    });
    expect(await clasp(['run-function', 'readSetUp'])).toMatchObject({
      out: expect.stringContaining('"isSetUp":false'),
    });

    const companions = { termsLink: 'https://example.org/terms', privacyLink: 'https://example.org/privacy' };
    expect(ask('runSetUp', { ...companions, termsVersion: '1', privacyVersion: '1' })).toMatchObject({
      ok: true,
    });
    const { values = [] } = await registers('Members!1:1');
    const place = (header: string) => values[0]?.indexOf(header) ?? -1;
    workspace.sheets.userEdit(ME, parentId, 101, 1, place('Name'), [
      ['Anna Ito', 'anna@example.org', 'Mentor'],
    ]);
    workspace.settle();
    expect(ask('sendInvitations', {})).toMatchObject({ ok: true });
    workspace.advance('PT11M');
    const [form] = workspace.forms.all();
    const link = newestLink(workspace, 'anna@example.org', form ? workspace.forms.viewUrl(form) : '');
    answerForm(workspace, link ?? '', { 'Your name': 'Anna Ito', 'Your email address': 'anna@example.org' });
    workspace.settle();
    const { values: rows = [] } = await registers('Acceptances!A2:J');
    expect(rows).toEqual([expect.arrayContaining(['Anna Ito', 'Accepted', '2025-06-04', 'Personal link'])]);
  });
});

interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs clasp in the folder, as a maintainer would type it. */
function clasp(args: readonly string[]): Promise<Said> {
  const { HTTPS_PROXY, NODE_EXTRA_CA_CERTS } = proxy.env;
  const env = { PATH: process.env.PATH, HOME: folder, HTTPS_PROXY, NODE_EXTRA_CA_CERTS, CI: 'true' };
  const child = spawn(process.execPath, [CLASP, ...args], { cwd: folder, env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    said.out += data;
    void agreeInBrowser(String(data));
  });
  child.stderr.on('data', (data) => {
    said.err += data;
  });
  return new Promise((done) => child.on('close', (status) => done({ status, ...said })));
}

/** A function of the script, as a dialog calls it. */
function ask(functionName: string, question: unknown): unknown {
  const { scriptId, parentId: spreadsheetId } = settings();
  const active = { spreadsheetId, sheetId: 0 };
  const sent = [JSON.stringify(question)];
  const { result } = workspace.callFromDialog(scriptId, functionName, sent, ME, active);
  return JSON.parse(String(result));
}

async function registers(range: string): Promise<{ values?: string[][] }> {
  const { parentId } = settings();
  const answer = await fetch(new URL(`/v4/spreadsheets/${parentId}/values/${range}`, served.url));
  return (await answer.json()) as { values?: string[][] };
}
