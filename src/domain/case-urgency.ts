// Decides whether a report is urgent: a perception is enough, and a false alarm is better than a miss.

import type { Case, Urgency } from './case-entries.ts';
import { isAboutViolence } from './case-guidelines.ts';
import { once } from './once.ts';
import { plainLetters } from './plain-letters.ts';

/** Words that make a report urgent wherever they stand. Each form of a word is listed, so that anybody can check. */
const wordsOfDanger = () => `
  weapon weapons armed gun guns gunpoint gunshot gunshots firearm firearms pistol pistols rifle rifles revolver
  shotgun shotguns shoot shoots shooting shot ammunition bullet bullets knife knives machete blade stab stabs
  stabbed stabbing bomb bombs explosive explosives grenade sword axe taser

  violence violent violently attack attacks attacked attacking attacker assault assaults assaulted assaulting
  hit hits hitting beat beats beaten beating punch punches punched punching slap slaps slapped slapping
  kick kicks kicked kicking push pushes pushed pushing shove shoves shoved choke chokes choked choking
  strangle strangles strangled strangling grab grabs grabbed grabbing fight fights fighting fought
  hurt hurts hurting injure injures injured injury injuries wound wounds wounded bruise bruises bruised
  blood bleeding bled burn burned burnt kill kills killed killing killer murder murders murdered dead death die
  rape rapes raped raping rapist molest molests molested molesting grope groped groping abuse abuses abused
  abusing abuser abusive kidnap kidnapped kidnapping trafficked trafficking hostage suicide suicidal
  poison poisoned poisoning torture tortured

  threat threats threaten threatens threatened threatening stalk stalks stalked stalking stalker blackmail
  blackmailed intimidate intimidated intimidating afraid scared frightened terrified fear fears feared fearing
  unsafe danger dangerous endanger endangered emergency

  harm harms harmed harming harmful mistreat mistreated neglected grooming groomed predator pedophile paedophile
  touch touched touches touching naked undress undressed
`;

const danger = once<ReadonlySet<string>>(() => new Set(wordsOfDanger().trim().split(/\s+/)));

/** Whether the text has a word that speaks of a weapon, violence, a threat or a child being harmed. */
export function speaksOfDanger(text: string): boolean {
  return plainLetters(text)
    .split(/[^\p{L}]+/u)
    .some((word) => danger().has(word));
}

/** What decides about urgency. */
export interface UrgencyFacts extends Pick<Case, 'kind' | 'guidelines' | 'goingOn'> {
  /** All that was written in free words. */
  texts: readonly string[];
}

/** As above, of what stands in a case. */
export function caseUrgency(entry: Case): Urgency {
  const { happened, when, place, evidence, wish } = entry;
  return urgencyOf({ ...entry, texts: [happened, when, place, evidence, wish] });
}

export function urgencyOf(facts: UrgencyFacts): Urgency {
  const isUrgent = isAboutViolence(facts) || facts.goingOn === 'Yes' || facts.texts.some(speaksOfDanger);
  return isUrgent ? 'Urgent' : 'Normal';
}
