// Writes what a function of another project costs as a table for people.

import type { ProjectCost } from './project.ts';
import { seconds } from './table.ts';

export function projectTable({
  run,
  remoteCalls,
  methodCalls,
  modelledMs,
  mails,
  byMethod,
  error,
}: ProjectCost): string {
  const lines = Object.entries(byMethod);
  const width = Math.max(...lines.map(([method]) => method.length), 'method'.length);
  const row = (name: string, ...cells: (string | number)[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.toLocaleString('en-US').padStart(12))].join('  ');
  return [
    `${run}: ${remoteCalls} remote calls, ${mails} mails, ${methodCalls} method calls, ${seconds(modelledMs)} at Google`,
    ...(error === undefined ? [] : [`It failed: ${error}`]),
    '',
    row('method', 'calls', 'remote', 'ms'),
    ...lines.map(([method, line]) => row(method, line.methodCalls, line.remoteCalls, line.ms)),
    '',
    'Remote calls do not count the mails. Method calls are those that the script wrote; most are answered from memory.',
    'What was put into the buffer is sent under SpreadsheetApp.flush. Time at Google is modelled.',
  ].join('\n');
}
