// The scopes of the Gmail API: for each kind of method those of which any one is enough, as Google's discovery document lists them.

const auth = (name: string): string => `https://www.googleapis.com/auth/gmail.${name}`;
const FULL = 'https://mail.google.com/';

export const SEND = [
  FULL,
  auth('addons.current.action.compose'),
  auth('compose'),
  auth('modify'),
  auth('send'),
];
export const READ = [FULL, auth('metadata'), auth('modify'), auth('readonly')];
export const READ_FILES = [FULL, auth('modify'), auth('readonly')];
export const MODIFY = [FULL, auth('modify')];
export const LABELS_READ = [FULL, auth('labels'), auth('metadata'), auth('modify'), auth('readonly')];
export const LABELS_WRITE = [FULL, auth('labels'), auth('modify')];
export const PROFILE = [FULL, auth('compose'), auth('metadata'), auth('modify'), auth('readonly')];
export const SETTINGS_READ = [FULL, auth('modify'), auth('readonly'), auth('settings.basic')];
export const COMPOSE = [FULL, auth('addons.current.action.compose'), auth('compose'), auth('modify')];
export const DRAFTS_READ = [FULL, auth('compose'), auth('modify'), auth('readonly')];
