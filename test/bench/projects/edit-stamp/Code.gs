// A menu, and a stamp beside each edited state.
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Desk').addItem('Stamp', 'stamp').addToUi();
}

function onEdit(e) {
  const range = e.range;
  if (range.getSheet().getName() !== 'Tasks' || range.getColumn() !== 2) return;
  range.offset(0, 1).setValue(new Date()).setNumberFormat('yyyy-mm-dd hh:mm');
  range.setNote('was ' + e.oldValue + ', is ' + e.value);
}
