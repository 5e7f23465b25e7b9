// How the two companions of the Code are written down with an acceptance.

import type { Settings } from '../registers/settings.ts';

export type CompanionSettings = Pick<
  Settings,
  'termsVersion' | 'termsLink' | 'privacyVersion' | 'privacyLink'
>;

const line = (name: string, ...parts: string[]) =>
  `${name}: ${parts.filter((part) => part !== '').join(', ') || 'not set at that time'}`;

/** One line each for the Terms of Use and the Privacy Policy: version, link. */
export function companionsText(settings: CompanionSettings): string {
  return [
    line('Terms of Use', settings.termsVersion, settings.termsLink),
    line('Privacy Policy', settings.privacyVersion, settings.privacyLink),
  ].join('\n');
}

/** Whether both companions can be read somewhere; the Code points to them. */
export function companionsSet(settings: CompanionSettings): boolean {
  return settings.termsLink !== '' && settings.privacyLink !== '';
}
