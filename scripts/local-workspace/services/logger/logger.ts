// Logger: the older way to write to the execution log.

import { format } from 'node:util';
import type { Execution } from '../../script/execution.ts';
import { ServiceObject } from '../../script/service.ts';

export class Logger extends ServiceObject {
  static override readonly serviceName = 'Logger';
  static override readonly signatures = { log: ['Object', 'String, Object...'], getLog: [''], clear: [''] };

  constructor(private readonly execution: Execution) {
    super();
  }

  log(template: unknown, ...values: unknown[]): this {
    this.execution.log.push({
      level: 'log',
      text: typeof template === 'string' ? format(template, ...values) : JSON.stringify(template),
    });
    return this;
  }

  getLog(): string {
    return this.execution.log.map((line) => line.text).join('\n');
  }

  clear(): void {
    this.execution.log.length = 0;
  }
}
