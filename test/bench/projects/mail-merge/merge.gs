// A mail merge from a sheet: one mail for each row that has none yet.
var SENT = 'Sent';

function sendMails() {
  var sheet = SpreadsheetApp.getActiveSheet();
  var data = sheet.getDataRange().getValues();
  for (var i = 1; i < data.length; i++) {
    var row = data[i];
    if (row[2] === SENT) continue;
    if (MailApp.getRemainingDailyQuota() < 1) return;
    GmailApp.sendEmail(row[1], 'Hello ' + row[0], 'Your due date is ' + Utilities.formatDate(row[3], 'America/Chicago', 'MMM d'));
    sheet.getRange(i + 1, 3).setValue(SENT);
    SpreadsheetApp.flush();
  }
}
