// biome-ignore-all lint/correctness/noUnusedVariables: the Workspace calls these functions by their names
// A small desk of its own, so that the page is tested whatever the product does.

var TABS = { Members: 101, Acceptances: 102, Problems: 107, Secrets: 108 };

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Club desk')
    .addItem('Greet a member', 'openGreeting')
    .addSeparator()
    .addItem('Say hello', 'sayHello')
    .addSubMenu(
      SpreadsheetApp.getUi()
        .createMenu('For testers')
        .addItem('Wave', 'sayHello')
        .addItem('Break on purpose', 'breakOnPurpose'),
    )
    .addToUi();
}

function openGreeting() {
  SpreadsheetApp.getUi().showModalDialog(
    HtmlService.createHtmlOutputFromFile('greeting').setWidth(420).setHeight(300),
    'Greet a member',
  );
}

function sayHello() {
  SpreadsheetApp.getActiveSpreadsheet().toast('Hello from the script', 'Greeting', 5);
}

function breakOnPurpose() {
  throw new Error('This was meant to break');
}

function greet(name) {
  if (!name) throw new Error('There is no name');
  return { text: `Welcome, ${name}!`, who: Session.getEffectiveUser().getEmail() };
}

function whenIsIt() {
  return { now: new Date() };
}

function hidden_() {
  return 'never';
}

function setUp() {
  var id = SpreadsheetApp.getActiveSpreadsheet().getId();
  var head = (sheetId, titles) => ({
    updateCells: {
      start: { sheetId: sheetId, rowIndex: 0, columnIndex: 0 },
      rows: [
        {
          values: titles.map((title) => ({
            userEnteredValue: { stringValue: title },
            note: `What ${title} means`,
          })),
        },
      ],
      fields: 'userEnteredValue,note',
    },
  });
  var list = (sheetId, column, values) => ({
    setDataValidation: {
      range: { sheetId: sheetId, startRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 },
      rule: {
        condition: { type: 'ONE_OF_LIST', values: values.map((value) => ({ userEnteredValue: value })) },
        strict: true,
        showCustomUi: true,
        inputMessage: 'Choose one of the list',
      },
    },
  });
  var requests = Object.keys(TABS).map((title) => ({
    addSheet: {
      properties: {
        sheetId: TABS[title],
        title: title,
        hidden: title === 'Secrets',
        gridProperties: { rowCount: 1000, columnCount: 12, frozenRowCount: 1 },
      },
    },
  }));
  requests.push(head(101, ['Member ID', 'Name', 'Email', 'Role', 'Joined', 'Standing', 'Notes']));
  requests.push(head(102, ['Acceptance ID', 'Member ID', 'Name', 'Received']));
  requests.push(head(107, ['When', 'What', 'What to do', 'Done']));
  requests.push(head(108, ['Secret']));
  requests.push(list(101, 3, ['Mentor', 'Mentee', 'Mentor and mentee']));
  requests.push(list(101, 5, ['Never accepted', 'Current', 'Due soon', 'Overdue', 'Exempt']));
  requests.push({
    setDataValidation: {
      range: { sheetId: 107, startRowIndex: 1, startColumnIndex: 3, endColumnIndex: 4 },
      rule: { condition: { type: 'BOOLEAN' }, strict: true },
    },
  });
  requests.push({
    repeatCell: {
      range: { sheetId: 101, startRowIndex: 1, startColumnIndex: 4, endColumnIndex: 5 },
      cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  });
  requests.push({
    addProtectedRange: {
      protectedRange: {
        range: { sheetId: 101, startRowIndex: 0, endRowIndex: 1 },
        description: 'The desk finds its columns by these headers.',
        warningOnly: true,
      },
    },
  });
  requests.push({
    updateDimensionProperties: {
      range: { sheetId: 101, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 },
      properties: { pixelSize: 230 },
      fields: 'pixelSize',
    },
  });
  Sheets.Spreadsheets.batchUpdate({ requests: requests }, id);

  var form = FormApp.create('Code of Conduct acceptance');
  form
    .setTitle('Code of Conduct')
    .setDescription('Please read it & answer.')
    .setConfirmationMessage('Thank you. A mail is on its way.');
  form.addTextItem().setTitle('Your name').setRequired(true);
  form
    .addTextItem()
    .setTitle('Your email')
    .setRequired(true)
    .setValidation(FormApp.createTextValidation().requireTextIsEmail().build());
  form.addPageBreakItem().setTitle('The code');
  form
    .addMultipleChoiceItem()
    .setTitle('Do you accept?')
    .setChoiceValues(['I accept', 'I do not accept'])
    .setRequired(true);
  form.setPublished(true);
  ScriptApp.newTrigger('accepted').forForm(form.getId()).onFormSubmit().create();
  ScriptApp.newTrigger('edited').forSpreadsheet(id).onEdit().create();
  ScriptApp.newTrigger('everyNight')
    .timeBased()
    .atHour(2)
    .everyDays(1)
    .inTimezone('America/Chicago')
    .create();
  PropertiesService.getScriptProperties().setProperties({
    REGISTERS_ID: id,
    FORM_ACCEPTANCE_ID: form.getId(),
  });
}

function addMembers(names) {
  var rows = names.map((name, i) => {
    var text = (value) => ({ userEnteredValue: { stringValue: value } });
    return {
      values: [
        text(`M-${1001 + i}`),
        text(name),
        text(`member${i + 1}@example.org`),
        text(['Mentor', 'Mentee', 'Mentor and mentee'][i % 3]),
        {
          userEnteredValue: { numberValue: 45000 + i },
          userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
        },
        text(['Current', 'Never accepted', 'Due soon', 'Overdue'][i % 4]),
        text(i === 3 ? '<b>not bold</b>' : ''),
      ],
    };
  });
  Sheets.Spreadsheets.batchUpdate(
    {
      requests: [
        { appendCells: { sheetId: 101, rows: rows, fields: 'userEnteredValue' } },
        {
          updateCells: {
            start: { sheetId: 107, rowIndex: 1, columnIndex: 0 },
            rows: [
              {
                values: [
                  { userEnteredValue: { stringValue: 'today' } },
                  { userEnteredValue: { stringValue: 'A mail could not be sent' } },
                  { userEnteredValue: { stringValue: 'Look at the address' } },
                  { userEnteredValue: { boolValue: false } },
                ],
              },
            ],
            fields: 'userEnteredValue',
          },
        },
      ],
    },
    PropertiesService.getScriptProperties().getProperty('REGISTERS_ID'),
  );
}

function accepted(e) {
  var answers = e.response.getItemResponses().map((item) => item.getResponse());
  Sheets.Spreadsheets.batchUpdate(
    {
      requests: [
        {
          appendCells: {
            sheetId: 102,
            rows: [
              {
                values: ['A-1', 'M-1', answers[0], 'now'].map((value) => ({
                  userEnteredValue: { stringValue: value },
                })),
              },
            ],
            fields: 'userEnteredValue',
          },
        },
      ],
    },
    PropertiesService.getScriptProperties().getProperty('REGISTERS_ID'),
  );
  var mail = [
    `To: ${answers[1]}`,
    'Subject: =?UTF-8?B?' +
      Utilities.base64Encode(`Thank you, ${answers[0]}`, Utilities.Charset.UTF_8) +
      '?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=UTF-8',
    '',
    'You have accepted the code.\nRead it at https://example.org/code or open your form: ' +
      e.source.getPublishedUrl(),
    '--part',
    'Content-Type: text/html; charset=UTF-8',
    '',
    '<h1>Thank you</h1><p>You have <b>accepted</b> the code. <a href="' +
      e.source.getPublishedUrl() +
      '">Open your form</a></p><script>document.title="hacked"</script>',
    '--part--',
  ].join('\r\n');
  Gmail.Users.Messages.send(
    { raw: Utilities.base64EncodeWebSafe(mail, Utilities.Charset.UTF_8).replace(/=+$/, '') },
    'me',
  );
}

function edited(e) {
  console.info(`Row ${e.range.getRow()} became ${e.value}, it was ${e.oldValue}`);
}

function everyNight() {
  console.info('Good night');
}
