// Starts the page of a spreadsheet.

import { SheetPage } from './sheet-page.ts';
import { watchViewer } from './viewer.ts';

watchViewer();
const sheet = document.getElementById('sheet');
if (sheet) {
  const page = new SheetPage(sheet);
  void page.start();
  // Undo with the keyboard, except where one is typing.
  document.addEventListener('keydown', (event) => {
    const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isUndo || !page.mayUndo || (event.target as Element).closest('input, textarea, dialog')) return;
    event.preventDefault();
    void page.act({ do: 'undo' });
  });
}
