// Desks for tests: set up once for all test files, and then taken up again as they were. Their runs share realms, as those
// of a rehearsal do, which halves the time of the tests; in a full run each has a realm of its own, as at Google.

import { fileURLToPath } from 'node:url';
import { ANNA, BEA, CARA, Desk, type Person, START } from '../../scripts/desk/desk.ts';
import {
  createWorkspace,
  readProjectFolder,
  type WorkspaceOptions,
} from '../../scripts/local-workspace/index.ts';
import { prepared } from './prepared.ts';
import { IS_FULL } from './sample.ts';

export * from '../../scripts/desk/desk.ts';

/** The bundle as it is deployed; global-setup builds it before the tests. */
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

export class TestDesk extends Desk {
  constructor(members: readonly Person[] = [ANNA, BEA, CARA], options: WorkspaceOptions = {}) {
    super(createWorkspace({ start: START, seed: 1, ...options }));
    const isOfItsOwn = options.folder !== undefined || options.follow === true;
    const prepare = <T>(key: unknown[], make: () => T): T =>
      isOfItsOwn ? make() : prepared(this.workspace, [...key, options], make);
    const setUp = () => prepare(['set up'], () => this.setUpEmpty(readProjectFolder(DIST)));
    const enrol = () => {
      Object.assign(this, setUp());
      return this.enrol(members);
    };
    Object.assign(this, prepare(['desk', members], enrol));
    this.save();
    this.workspace.runner.keepsRealms = !IS_FULL;
  }
}
