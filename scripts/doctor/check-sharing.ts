// Who may open the files of a desk, and who should not.

import { compareSharing } from '../../src/domain/case-routing.ts';
import { checkRegistersSharing } from '../../src/domain/check-sheets.ts';
import { tidyAddress } from '../../src/domain/email-address.ts';
import { amber, asInSheet, type Finding, red } from './finding.ts';
import type { LiveFile, LivePermission } from './read-files.ts';

const OWN_SIGN_IN = 'Sign in as the account that owns the file, and run this again.';
const RESTRICT = 'Open it, choose “Share”, and “Restricted” under “General access”.';

/** Permissions for the file itself; who may only fill in a published form is another matter. */
const openers = ({ permissions = [] }: LiveFile) => permissions.filter(({ view }) => view !== 'published');
const writes = ({ role }: LivePermission) => role !== 'reader' && role !== 'commenter';
const isWide = ({ type }: LivePermission) => type === 'anyone' || type === 'domain';
const ownerOf = (file: LiveFile) => openers(file).find(({ role }) => role === 'owner')?.email ?? '';

/** Addresses that may write in a file. */
export const writersOf = (file: LiveFile): string[] =>
  openers(file).flatMap(({ email, ...permission }) =>
    email && writes({ email, ...permission }) ? [email] : [],
  );

/** Whether the file is there, and whether it shows who may open it. */
export function checkThere(where: string, file: LiveFile | null): Finding[] {
  if (file === null)
    return [
      red(
        where,
        'It is gone, or this account may not open it.',
        'Sign in to Google Drive as the account of the automatic work and look for it, also in the trash. If it is gone for good, tell the maintainer before anything else: “Set up or repair…” makes a new form, but never new Cases.',
      ),
    ];
  if (file.trashed)
    return [
      red(
        where,
        'It is in the trash; Google deletes it for good after 30 days.',
        'Sign in to Google Drive as the account that owns it, open “Trash”, and restore it.',
      ),
    ];
  return file.permissions === undefined
    ? [amber(where, 'Who may open it cannot be seen under this account.', OWN_SIGN_IN)]
    : [];
}

export const checkRegisters = (file: LiveFile): Finding[] =>
  asInSheet(
    'Registers',
    file.permissions ? checkRegistersSharing({ permissions: openers(file), editors: [] }) : [],
  );

/** @param readers who should be able to open Cases; undefined when its registers do not say */
export function checkCases(file: LiveFile, readers: readonly string[] | undefined): Finding[] {
  if (file.permissions === undefined) return [];
  const { strangers, missing, linkShared } = compareSharing(openers(file), readers ?? [], ownerOf(file));
  return [
    ...(linkShared
      ? [red('Cases', 'Whoever has the link, or is in the organization, can open it.', RESTRICT)]
      : []),
    ...(readers ? strangers : []).map((email) =>
      red(
        'Cases',
        `${email} can open it and does not stand under “Handlers” or “Stand-ins”, or is named in a case.`,
        'Open Cases, choose “Share”, and remove this person. During a hand-over it may be the next account: then there is nothing to do.',
      ),
    ),
    ...missing.map((email) =>
      amber(
        'Cases',
        `${email} handles cases and cannot open it.`,
        'Nothing to do at first: the work of the night shares it. If this is still here tomorrow, open Cases and choose “Share”.',
      ),
    ),
  ];
}

/**
 * Whoever may edit a form reads its answers.
 * @param staff who may; undefined when that is not known
 */
export function checkFormSharing(
  where: string,
  file: LiveFile,
  staff: readonly string[] | undefined,
): Finding[] {
  const known = [...(staff ?? []), ownerOf(file)].map(tidyAddress);
  const wide = openers(file).filter(isWide);
  const strangers = openers(file).filter((one) => !isWide(one) && !known.includes(tidyAddress(one.email)));
  return [
    ...(wide.length > 0
      ? [red(where, 'Whoever has the link can open the form’s own page and read its answers.', RESTRICT)]
      : []),
    ...(staff ? strangers : []).map(({ email }) =>
      red(
        where,
        `${email} can open the form’s own page and read its answers, and is not among those who should.`,
        'Open the form, choose “Add collaborators” at the top, and remove this person. During a hand-over it may be the next account: then there is nothing to do.',
      ),
    ),
  ];
}

/** The Code may be read by everybody, and changed by few. */
export const checkDocument = (file: LiveFile): Finding[] =>
  openers(file).some((one) => isWide(one) && writes(one))
    ? [
        red(
          'Code document',
          'Whoever has the link can change the text of the Code.',
          'Open the document, choose “Share”, and “Viewer” or “Restricted” under “General access”.',
        ),
      ]
    : [];

export const checkPhotoList = (file: LiveFile): Finding[] =>
  openers(file).some(({ type }) => type === 'anyone')
    ? [red('No-photo list', 'Whoever has the link can read the names in it.', RESTRICT)]
    : [];
