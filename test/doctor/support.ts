// A desk that is served, and a doctor who looks at it through Google's own clients.

import { fileURLToPath } from 'node:url';
import { examine, type Patient } from '../../scripts/doctor/examine.ts';
import type { Finding } from '../../scripts/doctor/finding.ts';
import { type Clients, connect } from '../../scripts/google/clients.ts';
import { readProjectFolder } from '../../scripts/local-workspace/index.ts';
import { type ServedWorkspace, serveWorkspace } from '../../scripts/local-workspace/server.ts';
import type { TestDesk } from '../support/desk.ts';

const BUILT = readProjectFolder(fileURLToPath(new URL('../../dist', import.meta.url)));

export class Doctor {
  private constructor(
    private readonly desk: TestDesk,
    private readonly served: ServedWorkspace,
    private readonly clients: Clients,
  ) {}

  static async comesTo(desk: TestDesk): Promise<Doctor> {
    const served = await serveWorkspace(desk.workspace, { port: 0 });
    return new Doctor(desk, served, await connect({ scopes: [], local: served.url }));
  }

  finds(differently: Partial<Patient> = {}): Promise<Finding[]> {
    const { workspace, registersId: registers, scriptId: script } = this.desk;
    return examine({
      clients: this.clients,
      registers,
      script,
      built: BUILT,
      now: workspace.now(),
      wait: async (ms) => workspace.kernel.clock.tick(ms),
      ...differently,
    });
  }

  get address(): string {
    return this.served.url;
  }

  leaves(): Promise<void> {
    return this.served.close();
  }
}
