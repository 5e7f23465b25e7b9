// What comes in between a workflow's calls besides the other workflows: staff at the sheets, and one more response.

import { TAB as CASE_TAB } from '../desk/cases.ts';
import { ANNA, BEA, COMPANIONS, HANA, TAB, type Tab } from '../desk/desk.ts';
import { FLORA, type Scene } from './scene.ts';
import { askedForOneMore, WORKFLOWS, type Workflow } from './workflows.ts';

const act = (name: string, happens: (scene: Scene) => void): Workflow => ({
  name,
  runs: '',
  by: 'event',
  happens,
});

const DOINGS: readonly Workflow[] = [
  act('staff sort', ({ workspace: { sheets, owner }, registersId, casesId }) => {
    for (const tab of ['Members', 'Acceptances', 'Mail log', 'Takedowns', 'State'] as const)
      sheets.userSort(owner, registersId, TAB[tab], 1, true);
    for (const tab of ['Cases', 'People named', 'Case log'] as const)
      sheets.userSort(HANA, casesId, CASE_TAB[tab], 0, true);
  }),
  act('staff insert rows', ({ workspace: { sheets, owner }, registersId, casesId }) => {
    for (const tab of ['Members', 'Acceptances', 'Mail log'] as const)
      sheets.userInsertRows(owner, registersId, TAB[tab], 1);
    sheets.userInsertRows(HANA, casesId, CASE_TAB.Cases, 1);
  }),
  act('staff edit', (scene) => scene.type('Members', scene.rowOf(BEA), 'Notes', [['Likes tea']])),
  act('staff delete their column', (scene) => {
    const { sheets, owner } = scene.workspace;
    const column = scene.grid('Members')[0]?.indexOf('Our own') ?? -1;
    if (column >= 0) sheets.userDeleteColumns(owner, scene.registersId, TAB.Members, column);
  }),
  {
    ...act('another response', (scene) => void scene.answer(scene.acceptanceOf(FLORA), FLORA)),
    overtaken: askedForOneMore(FLORA),
  },
];

/** All that can come in between, in the order in which it comes when all of it does; who hands over, does so last. */
export const ACTS: readonly Workflow[] = [
  ...WORKFLOWS.filter(({ isFirst, name }) => !isFirst && name !== 'take-over'),
  ...DOINGS,
  ...WORKFLOWS.filter(({ name }) => name === 'take-over'),
];

/** Whether Set up has come as far as this heading of the tab. */
const hasHeading = (scene: Scene, tab: Tab, heading: string): boolean => {
  const { sheets } = scene.workspace.sheets.book(scene.registersId).record;
  return sheets.some(({ title }) => title === tab) && scene.grid(tab)[0]?.includes(heading) === true;
};

/** What can come in between the first Set up, as far as it has come by then. */
export const FIRST_ACTS: readonly Workflow[] = [
  act('Set up is pressed again', (scene) => scene.press('runSetUp', COMPANIONS)),
  act('staff type the roster', (scene) => {
    if (hasHeading(scene, 'Members', 'Email'))
      scene.type('Members', scene.grid('Members').length + 1, 'Name', [[ANNA.name, ANNA.email, 'Mentor']]);
  }),
  act('staff sort the settings', (scene) => {
    const { sheets, owner } = scene.workspace;
    if (hasHeading(scene, 'Settings', 'Setting'))
      sheets.userSort(owner, scene.registersId, TAB.Settings, 1, true);
  }),
  { name: 'the run of every ten minutes', runs: 'everyTenMinutes', by: 'clock' },
  { name: 'the run of the night', runs: 'everyNight', by: 'clock' },
];

export function actNamed(name: string): Workflow {
  const found = [...ACTS, ...FIRST_ACTS].find((one) => one.name === name);
  if (!found) throw new Error(`Nothing that could come in between is called “${name}”.`);
  return found;
}
