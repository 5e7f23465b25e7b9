// Who gets a first invitation.

import type { Mail, Member } from './entries.ts';

/** Active members who have never answered and to whom no invitation to this version is under way or was sent. */
export function toInvite(members: readonly Member[], log: readonly Mail[], version: string): Member[] {
  const invited = new Set(
    log
      .filter(
        ({ kind, reference, state }) =>
          kind === 'Invitation' && reference === version && state !== 'Cancelled',
      )
      .map(({ memberId }) => memberId),
  );
  return members.filter(
    ({ id, status, standing }) =>
      id !== '' &&
      status === 'Active' &&
      (standing === null || standing === 'Never accepted') &&
      !invited.has(id),
  );
}
