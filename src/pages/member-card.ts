// What the page of the member card knows to say, so that the script need not carry it.

import {
  factsOf,
  LATER,
  partsOf,
  STEP_BUTTONS,
  stepsFor,
  stepWords,
  whoSheIs,
} from '../content/member-card-words.ts';

Object.assign(globalThis, {
  memberCard: { factsOf, LATER, partsOf, STEP_BUTTONS, stepsFor, stepWords, whoSheIs },
});
