// What the page of the photographer's list works out itself, so that the script need not carry it.

import { eventList, publicName } from '../domain/photographers-list.ts';

Object.assign(globalThis, { photographers: { eventList, publicName } });
