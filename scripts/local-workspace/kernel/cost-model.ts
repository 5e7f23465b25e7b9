// How long Google takes for each remote call, in milliseconds; every number with its source (apps-script-facts, section 9).
//
// What is a remote call, and what only a method call? A script asks Google's servers when it needs an answer that it does
// not have. Google documents that SpreadsheetApp keeps what it has read and gathers what is written; so here:
// - Opening, creating, the first look at the tabs, and reading cells that were not read before are remote calls. The first
//   read of a tab is the dear one. Google also reads ahead; how far is not documented, so here a cell that was not asked
//   for counts as not read.
// - Names, ids, positions, sizes, and cells within a range that was read before are answered from memory: a method call of
//   0 ms. So are the questions and answers of a form response that was fetched.
// - A write whose outcome nobody waits for (values, formulas, notes, formats, sorting) goes into a buffer: 20 ms and no
//   remote call. The buffer is sent as one call, `SpreadsheetApp.flush`, before the next remote call to that spreadsheet,
//   by flush(), and at the end of the script. It makes Google forget the cells that were read: a loop that reads and
//   writes in turn therefore pays a flush and a read for every cell.
// - What changes the number of rows, columns or tabs, and appendRow, is a remote call at once: the next positions depend
//   on it.
// - Mail, properties, cache, locks and triggers have no buffer: each call is remote.
// An execution's record counts both: `calls` are the remote ones, `methodCalls` all that the script wrote.

interface Cost {
  /** The method or the beginning of its name. */
  readonly method: string;
  readonly ms: number;
  /** Additional time per kilobyte of request and answer together. */
  readonly msPerKilobyte?: number;
  readonly source: string;
}

/** The first line that fits decides. */
const COSTS: readonly Cost[] = [
  {
    method: 'Sheets.Spreadsheets.batchUpdate',
    ms: 400,
    msPerKilobyte: 0.4,
    source: 'one write and its flush, section 9; share per kilobyte assumed',
  },
  {
    method: 'Sheets.',
    ms: 250,
    msPerKilobyte: 0.2,
    source: 'about 35 % faster than a first SpreadsheetApp read of 300 ms, section 9',
  },
  { method: 'Gmail.Users.Messages.send', ms: 700, msPerKilobyte: 0.5, source: 'mail 700 ms, section 9' },
  { method: 'Gmail.', ms: 200, source: 'assumed: a REST round trip' },
  { method: 'MailApp.getRemainingDailyQuota', ms: 100, source: 'assumed: the least a remote call takes' },
  { method: 'GmailApp.send', ms: 700, source: 'mail 700 ms, section 9' },
  { method: 'GmailThread.', ms: 200, source: 'assumed: a REST round trip' },
  { method: 'GmailMessage.', ms: 200, source: 'assumed: a REST round trip' },
  { method: 'GmailApp.', ms: 200, source: 'assumed: a REST round trip' },
  { method: 'MailApp.', ms: 700, source: 'mail 700 ms, section 9' },
  { method: 'FormApp.open', ms: 800, source: 'form open 800 ms, section 9' },
  { method: 'FormApp.create', ms: 1500, source: 'assumed: twice an open' },
  {
    method: 'Form.getResponses',
    ms: 500,
    msPerKilobyte: 2,
    source: 'getResponses 500 ms and 2 ms a response, section 9',
  },
  { method: 'Form.', ms: 100, source: 'assumed: a buffered change of a form' },
  {
    method: 'Docs.Documents.batchUpdate',
    ms: 400,
    msPerKilobyte: 0.4,
    source: 'assumed: as Sheets.Spreadsheets.batchUpdate',
  },
  { method: 'Docs.Documents.create', ms: 1500, source: 'assumed: as SpreadsheetApp.create' },
  { method: 'Docs.', ms: 300, msPerKilobyte: 0.2, source: 'assumed: as the reading of a sheet' },
  { method: 'DocumentApp.openById', ms: 800, source: 'openById 800 ms, section 9' },
  { method: 'DocumentApp.create', ms: 1500, source: 'assumed: twice an open' },
  { method: 'Document.saveAndClose', ms: 400, source: 'assumed: as the flush of a spreadsheet' },
  { method: 'Body.', ms: 20, source: 'buffered write 20 ms, section 9' },
  { method: 'LockService.', ms: 100, source: 'lock 100 ms, section 9' },
  { method: 'Lock.', ms: 100, source: 'lock 100 ms, section 9' },
  { method: 'Properties.set', ms: 62, source: 'measured average, section 9' },
  { method: 'Properties.delete', ms: 62, source: 'as a write' },
  { method: 'Properties.', ms: 30, source: 'measured average, section 9' },
  { method: 'Cache.put', ms: 93, source: 'measured average, section 9' },
  { method: 'Cache.', ms: 3, source: 'measured average, section 9' },
  { method: 'SpreadsheetApp.open', ms: 800, source: 'openById 800 ms, section 9' },
  { method: 'SpreadsheetApp.create', ms: 1500, source: 'assumed: twice an open' },
  { method: 'SpreadsheetApp.flush', ms: 400, source: 'flush 400 ms, section 9' },
  { method: 'buffered write', ms: 20, source: 'buffered setValues 20 ms, section 9' },
  { method: 'first read of a tab', ms: 300, source: 'first read of a sheet 300 ms, section 9' },
  { method: 'another read', ms: 100, source: 'each further getValues 100 ms, section 9' },
  { method: 'Sheet.appendRow', ms: 300, source: 'appendRow 300 ms, section 9' },
  { method: 'Sheet.insert', ms: 300, source: 'assumed: as appendRow' },
  { method: 'Sheet.delete', ms: 300, source: 'assumed: as appendRow' },
  { method: 'Spreadsheet.insert', ms: 400, source: 'assumed: as a flush' },
  { method: 'Spreadsheet.delete', ms: 400, source: 'assumed: as a flush' },
  { method: 'ScriptApp.', ms: 200, source: 'assumed: a REST round trip' },
  { method: 'Drive.Files.create', ms: 1500, source: 'assumed: as SpreadsheetApp.create' },
  { method: 'Drive.', ms: 300, source: 'assumed: a Drive round trip' },
  { method: 'DriveApp.', ms: 300, source: 'assumed: a Drive round trip' },
  { method: 'File.', ms: 300, source: 'assumed: a Drive round trip' },
  { method: '', ms: 100, source: 'assumed: the least a remote call takes' },
];

export class CostModel {
  /** Milliseconds that a remote call takes. */
  of(method: string, requestBytes: number, responseBytes: number): number {
    const cost = COSTS.find((line) => method.startsWith(line.method)) as Cost;
    return Math.round(cost.ms + ((cost.msPerKilobyte ?? 0) * (requestBytes + responseBytes)) / 1024);
  }

  lines(): readonly Cost[] {
    return COSTS;
  }
}
