// Starts the page of a spreadsheet.

import { SheetPage } from './sheet-page.ts';
import { watchViewer } from './viewer.ts';

watchViewer();
const sheet = document.getElementById('sheet');
if (sheet) void new SheetPage(sheet).start();
