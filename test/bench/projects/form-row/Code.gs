// A script bound to the spreadsheet that gets the responses: keeps a list of its own and answers by mail.
function onFormSubmit(e) {
  var name = e.namedValues['Name'][0];
  var email = e.namedValues['Email'][0];
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('People');
  sheet.appendRow([new Date(), name, email, 'Registered']);
  e.range.getSheet().getRange(e.range.getRow(), 4).setValue('Done').setBackground('#d9ead3');
  MailApp.sendEmail({
    to: email,
    subject: 'Welcome, ' + name,
    htmlBody: '<p>We have your registration.</p>',
    replyTo: 'office@example.org',
  });
}
