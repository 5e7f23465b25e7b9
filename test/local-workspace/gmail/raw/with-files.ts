// Mails that people write with files in them or beside them.

import type { RawMail } from '../../../support/raw-mails.ts';
import { base64, filePart, htmlPart, mail, multipart, part, parts, plainPart } from './write-raw.ts';

const PNG = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
const FIVE_MB = 5 * 1024 * 1024;
const mixed = { 'Content-Type': 'multipart/mixed; boundary="mix"' };

const request = (name: string, from: string, subject: string, text: string, source: Uint8Array): RawMail => ({
  name,
  kind: 'request',
  source,
  expected: { from, subject, text, automatic: false },
});

/** Bytes without a pattern that could hide a shift. */
function photo(size: number): string {
  const bytes = Buffer.alloc(size);
  let state = 7;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes.toString('latin1');
}

export const WITH_FILES: readonly RawMail[] = [
  request(
    'texts in two forms and a picture beside them',
    'bea.lima@example.org',
    'This picture',
    'Please take the attached picture of me off your website.',
    mail(
      { From: 'Beatriz Lima <bea.lima@example.org>', Subject: 'This picture', ...mixed },
      parts(
        'mix',
        multipart(
          'alternative',
          'alt',
          plainPart('Please take the attached picture of me off your website.'),
          htmlPart('<p>Please take the attached picture of me off your website.</p>'),
        ),
        filePart('image/png', 'picnic.png', PNG),
      ),
    ),
  ),
  request(
    'HTML with a picture inside it',
    'chen.li@example.org',
    'The logo',
    'Is this still your logo? Chen',
    mail(
      {
        From: '"Li, Chen" <chen.li@example.org>',
        Subject: 'The logo',
        'Content-Type': 'multipart/related; boundary="rel"; type="multipart/alternative"',
      },
      parts(
        'rel',
        multipart(
          'alternative',
          'alt',
          plainPart('Is this still your logo?\r\n\r\nChen'),
          htmlPart('<p>Is this still your logo?</p><img src="cid:logo@example.org"><p>Chen</p>'),
        ),
        filePart('image/png', 'logo.png', PNG, {
          'Content-ID': '<logo@example.org>',
          'Content-Disposition': 'inline; filename="logo.png"',
        }),
      ),
    ),
  ),
  request(
    'forwarded as a file',
    'hana.kim@example.org',
    'Fwd: Worried',
    'She wrote this to me instead of you.',
    mail(
      { From: 'Hana Kim <hana.kim@example.org>', Subject: 'Fwd: Worried', ...mixed },
      parts(
        'mix',
        plainPart('She wrote this to me instead of you.'),
        part(
          {
            'Content-Type': 'message/rfc822; name="Worried.eml"',
            'Content-Disposition': 'attachment; filename="Worried.eml"',
          },
          part(
            { From: 'Olga Petrova <olga@example.net>', Subject: 'Worried', 'Auto-Submitted': 'auto-replied' },
            'Something happened at the picnic.',
          ),
        ),
      ),
    ),
  ),
  request(
    'a photo of five megabytes',
    'bea.lima@example.org',
    'Another picture',
    'This one too, please. Sent from my phone',
    mail(
      { From: 'Beatriz Lima <bea.lima@example.org>', Subject: 'Another picture', ...mixed },
      parts(
        'mix',
        plainPart('This one too, please.\r\n\r\nSent from my phone'),
        filePart('image/jpeg', 'IMG_2041.JPG', photo(FIVE_MB)),
      ),
    ),
  ),
  request(
    'nothing but a file',
    'ivana.horvat@example.org',
    'Form',
    '',
    mail(
      {
        From: 'Ivana Horvat <ivana.horvat@example.org>',
        Subject: 'Form',
        'Content-Type': 'application/pdf; name="form.pdf"',
        'Content-Disposition': 'attachment; filename="form.pdf"',
        'Content-Transfer-Encoding': 'base64',
      },
      base64('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'),
    ),
  ),
  request(
    'signed by its writer',
    'astrid.berg@example.org',
    'Signed',
    'This really is from me.',
    mail(
      {
        From: 'Astrid Berg <astrid.berg@example.org>',
        Subject: 'Signed',
        'Content-Type':
          'multipart/signed; micalg=pgp-sha512;\r\n\tprotocol="application/pgp-signature"; boundary="sig"',
      },
      parts(
        'sig',
        plainPart('This really is from me.'),
        part(
          { 'Content-Type': 'application/pgp-signature; name="signature.asc"' },
          '-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz\r\n-----END PGP SIGNATURE-----',
        ),
      ),
    ),
  ),
];
