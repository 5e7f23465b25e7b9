// Looks at everything that is live, through Google's APIs, and gives what is not as the code expects. Changes nothing.

import { FILES_IN_STATE } from '../../src/registers/shared-registers.ts';
import { recall } from '../../src/registers/state.ts';
import type { Clients } from '../google/clients.ts';
import { patiently } from '../google/patience.ts';
import { checkDocument, checkPhotoList, checkRegisters, checkThere, writersOf } from './check-sharing.ts';
import { examineCases } from './examine-cases.ts';
import { examineForms } from './examine-forms.ts';
import { examineRegisters } from './examine-registers.ts';
import { examineScript } from './examine-script.ts';
import { type Finding, REPAIR, red } from './finding.ts';
import type { Look } from './look.ts';
import { idsIn, readFile } from './read-files.ts';
import type { ScriptSource } from './read-script.ts';

export interface Patient {
  readonly clients: Clients;
  /** The id of the Registers, and that of the script project bound to them. */
  readonly registers: string;
  readonly script: string;
  /** The project’s files as they were built on this computer. */
  readonly built: readonly ScriptSource[];
  /** Now, in milliseconds since 1970, UTC. */
  readonly now: number;
  /** Told before each request. */
  readonly progress?: (what: string) => void;
  readonly wait?: (ms: number) => Promise<void>;
}

/** @throws what Google says when it does not show the Registers at all */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { clients, now, progress = () => {}, wait } = patient;
  const look: Look = {
    clients,
    now,
    ask(what, requests) {
      progress(what);
      return patiently(requests, wait);
    },
  };
  const fileOf = (name: string, id: string) => look.ask(name, () => readFile(clients.drive, id));

  const registers = await examineRegisters(look, patient.registers);
  const { findings } = registers;
  const { state } = registers.tables;
  // Without State nothing is known of the other files; that it is gone is among the findings already.
  if (!state) return findings;
  const ids = idsIn(recall(state, FILES_IN_STATE));
  if (!ids) {
    const what = 'The Registers do not say which files belong to them, so that these were not looked at.';
    return [...findings, red('Registers: State', what, REPAIR)];
  }

  const own = await fileOf('Registers', patient.registers);
  const cases = await examineCases(look, ids.cases, await fileOf('Cases', ids.cases));
  const recalled = (name: string) => recall(state, name) || cases.recalled(name);
  const script = await examineScript(look, patient, recalled);
  const staff = own?.permissions && writersOf(own);
  const forms = await examineForms(look, ids, registers.tables, cases, { runs: script.runs, staff });
  const photoList = await fileOf('No-photo list', ids.photoList);
  const isNamed = registers.documentId !== '';
  const document = isNamed ? await fileOf('Code document', registers.documentId) : null;
  return [
    ...findings,
    ...checkThere('Registers', own),
    ...(own ? checkRegisters(own) : []),
    ...cases.findings,
    ...forms,
    ...checkThere('No-photo list', photoList),
    ...(photoList ? checkPhotoList(photoList) : []),
    ...(isNamed ? checkThere('Code document', document) : []),
    ...(document ? checkDocument(document) : []),
    ...script.findings,
  ];
}
