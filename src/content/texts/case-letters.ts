// The letters on an outcome, to begin with: behaviour, impact, change asked, consequence, and a second look.

import { OUTCOMES, type Outcome } from '../../domain/case-entries.ts';
import type { LetterWords } from '../case-letters.ts';

const letter = (...paragraphs: readonly string[]) => paragraphs.join('\n\n');
const part = (heading: string, text: string) => `${heading}\n${text}`;

const BEHAVIOUR =
  '[What she did or said: only what was confirmed, when and where, in plain words. No names of others, and nothing that shows who told us.]';
const IMPACT = '[What this meant for others, and which part of the Code of Conduct it is about.]';
const CHANGE = '[What you ask her to do, or not to do any more, from now on. As clear as possible.]';

const THANKS =
  'Thank you for telling us your side. [If she did not: We asked you for your side on (date), and are sorry that we did not hear from you.]';

const CONSEQUENCE: Record<Outcome, string> = {
  None: 'There is no consequence for you. Nothing changes in how you take part.',
  Conversation:
    'We would like to talk with you about it. [Who, when and where.] Nothing else changes in how you take part. You may bring somebody with you.',
  'Written warning':
    'This letter is a written warning. You go on taking part. If something like this happens again, you may have to pause, or to leave the program.',
  Suspension:
    'You pause from today until {{suspendedUntil}}. In this time, please do not take part in events or meetups of {{programme}}, and do not act as a mentor or mentee. After that day you can take part again. [What should have happened by then, if anything.]',
  Removal:
    'From [date] on, you are no longer a Member of {{programme}}. You get no more reminders from us. Please do not come to events or meetups of the program. What was told to you in confidence stays confidential.',
};

const ABOUT: Record<Outcome, string> = {
  None: 'No consequence',
  Conversation: 'Conversation',
  'Written warning': 'Written warning',
  Suspension: 'Suspension',
  Removal: 'Removal',
};

/** To the member about whom it was: behaviour, impact, change asked, consequence, and how to ask for a second look. */
function letterOn(outcome: Outcome): LetterWords {
  const asksSomething = outcome !== 'None';
  const asksChange = asksSomething && outcome !== 'Removal';
  return {
    about: `Letter to the member: ${ABOUT[outcome]}`,
    text: letter(
      'Dear [her name],',
      'You know that somebody told us about something in which you had a part. We have looked into it with care, and we have come to an end.',
      THANKS,
      ...(asksSomething
        ? [part('What happened', BEHAVIOUR), part('Why it matters', IMPACT)]
        : [
            part(
              'What we found',
              '[In one or two sentences: it was not confirmed, or it could not be established, or no step is needed, and why.]',
            ),
          ]),
      ...(asksChange ? [part('What we ask of you', CHANGE)] : []),
      part('What follows', CONSEQUENCE[outcome]),
      part(
        'If you do not agree',
        'You can ask us to look at it once more, {{reconsider}}. Write to {{contact}} and say what we missed or misunderstood. Somebody who did not decide the first time will look at it, if we can arrange that.',
      ),
      'Please do not contact the people who may have told us, and do not try to find out who they are. Nobody may be treated badly because of what they told us.',
      'This letter is only for you. We do not speak about it with other Members.',
      asksChange
        ? 'We know that this may be hard to read. We write it because we want the program to be a good place for everybody, also for you. If you would like to talk, please tell us.'
        : 'We know that this may have been a hard time for you. If you would like to talk, please tell us.',
      'With kind regards,\n[your name]\n{{programme}}',
    ),
  };
}

/** The letter for each outcome, with places for what is known later. */
export const OUTCOME_LETTERS = Object.fromEntries(
  OUTCOMES.map((outcome) => [outcome, letterOn(outcome)]),
) as Record<Outcome, LetterWords>;
