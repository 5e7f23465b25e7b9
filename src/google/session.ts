// Who runs this, and chance.

/** The account under which this execution runs: the trigger's creator, or the person at the keyboard. */
export function accountRunning(): string {
  return Session.getEffectiveUser().getEmail();
}

/** The person at the keyboard; the account of the run when Google does not tell. */
export function personAtKeyboard(): string {
  return Session.getActiveUser().getEmail() || accountRunning();
}

/** A text that nobody can guess: 122 random bits. */
export function randomText(): string {
  return Utilities.getUuid();
}

/** For the execution log, which only the maintainer reads. No personal data. */
export function log(message: string): void {
  console.info(message);
}
