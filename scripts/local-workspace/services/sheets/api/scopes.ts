// The OAuth scopes of which one is enough for reading or changing spreadsheets.

const prefix = 'https://www.googleapis.com/auth/';

export const WRITE: readonly string[] = [`${prefix}spreadsheets`, `${prefix}drive`, `${prefix}drive.file`];
export const READ: readonly string[] = [
  ...WRITE,
  `${prefix}spreadsheets.readonly`,
  `${prefix}drive.readonly`,
];
