// What “Check set-up…” asks about the account that runs this, and about the machine below it.

/** Permissions of the manifest; a test compares the two lists. */
export const SCOPES = [
  'spreadsheets',
  'forms',
  'documents',
  'drive.file',
  'gmail.modify',
  'script.scriptapp',
  'script.container.ui',
  'script.send_mail',
  'userinfo.email',
].map((name) => `https://www.googleapis.com/auth/${name}`);

/** Permissions that the account has not given, and where it can give them. */
export function missingScopes(): { missing: string[]; link: string } {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  const granted = info.getAuthorizedScopes();
  return {
    missing: SCOPES.filter((scope) => !granted.includes(scope)),
    link: info.getAuthorizationUrl() ?? '',
  };
}

/** The time zone of the script. */
export const zoneOfScript = (): string => Session.getScriptTimeZone();

/** Whether code can be made from a text here. Only tried; the system needs it nowhere. */
export function runsCodeFromText(): boolean {
  try {
    return new Function('return 1')() === 1;
  } catch {
    return false;
  }
}
