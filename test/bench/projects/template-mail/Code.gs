// Reads a form's responses and sends a summary made from a template; remembers how far it has come.
function sendSummary() {
  const properties = PropertiesService.getScriptProperties();
  const since = new Date(properties.getProperty('since'));
  const form = FormApp.openById(properties.getProperty('formId'));
  const template = HtmlService.createTemplateFromFile('summary');
  template.title = form.getTitle();
  template.lines = form.getResponses(since).map((response) => ({
    who: response.getRespondentEmail(),
    when: Utilities.formatDate(response.getTimestamp(), Session.getScriptTimeZone(), 'yyyy-MM-dd'),
    answers: response.getItemResponses().map((answer) => answer.getItem().getTitle() + ': ' + answer.getResponse()),
  }));
  MailApp.sendEmail(Session.getEffectiveUser().getEmail(), 'Summary', '', {
    htmlBody: template.evaluate().getContent(),
  });
  properties.setProperty('since', new Date().toISOString());
  console.log(`${template.lines.length} lines`);
}

async function thank(e) {
  const [first] = e.response.getItemResponses();
  const title = await e.source.getTitle();
  MailApp.sendEmail(e.response.getRespondentEmail(), `Thank you for ${title}`, `You said: ${first.getResponse()}`);
}
