// Gives the Code of Conduct its look, as staff would in Google Docs: a title, parts and clauses as headings.

import type { Workspace } from '../local-workspace/index.ts';
import { callApi } from '../local-workspace/rest/dispatch.ts';

/** A line of so many letters without a full stop is taken for a heading. */
const LONGEST_HEADING = 60;

export function giveHeadings(workspace: Workspace): void {
  const [code] = workspace.docs.all();
  if (!code) throw new Error('There is no document with the Code of Conduct');
  const { documentId } = code;
  let startIndex = 1;
  const requests = workspace.docs
    .text(documentId)
    .split('\n')
    .flatMap((line, place) => {
      const range = { startIndex, endIndex: startIndex + Math.max(line.length, 1) };
      startIndex += line.length + 1;
      const namedStyleType = place === 0 ? 'TITLE' : headingOf(line);
      if (namedStyleType === undefined) return [];
      return [
        { updateParagraphStyle: { range, paragraphStyle: { namedStyleType }, fields: 'namedStyleType' } },
      ];
    });
  callApi(workspace.apis.docs, 'docs.documents.batchUpdate', {
    path: { documentId },
    body: { requests },
    caller: { email: workspace.owner },
  });
}

function headingOf(line: string): 'HEADING_1' | 'HEADING_2' | undefined {
  if (line.trim() === '' || line.length > LONGEST_HEADING || /[.:•]/.test(line)) return undefined;
  return line === line.toUpperCase() ? 'HEADING_1' : 'HEADING_2';
}
