// How long Google takes for each remote call, in milliseconds; every number with its source (apps-script-facts, section 9).

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
  { method: 'Range.getValues', ms: 300, source: 'first read of a sheet 300 ms, section 9' },
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
