// The part of Set up that makes or mends a Dashboard: figures that follow the registers, and charts of them.

import { SET_UP_DONE } from '../content/done-words.ts';
import { lookAtDashboard } from '../google/dashboards.ts';
import { commit } from '../google/sheets.ts';
import type { Dashboard } from '../registers/dashboard.ts';
import { planDashboard } from '../registers/dashboard-requests.ts';
import type { AnyRegister } from '../registers/register.ts';

/** After the tabs of the registers are in place, because the formulas need their columns. */
export function setUpDashboard(
  spreadsheetId: string,
  dashboard: Dashboard,
  registers: Readonly<Record<string, AnyRegister>>,
  done: string[],
): void {
  const tabs = Object.values(registers).map(({ tab }) => tab);
  const plan = planDashboard(dashboard, registers, lookAtDashboard(spreadsheetId, dashboard, tabs));
  commit(spreadsheetId, plan.requests);
  if (plan.isNew) done.push(SET_UP_DONE.dashboardMade(dashboard.name));
  else if (plan.requests.length > 0)
    done.push(SET_UP_DONE.dashboardMended(dashboard.name, plan.figures, plan.charts));
}
