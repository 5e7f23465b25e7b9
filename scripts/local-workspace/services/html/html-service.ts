// HtmlService: pages from the project's HTML files.

import { invalid } from '../../kernel/errors.ts';
import { enumeration, ServiceObject } from '../../script/service.ts';
import { HtmlOutput } from './html-output.ts';
import { HtmlTemplate } from './html-template.ts';

export class HtmlService extends ServiceObject {
  static override readonly serviceName = 'HtmlService';
  static override readonly constants = {
    SandboxMode: enumeration('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']),
    XFrameOptionsMode: enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']),
  };
  static override readonly signatures = {
    createHtmlOutput: ['', 'String'],
    createHtmlOutputFromFile: ['String'],
    createTemplate: ['String'],
    createTemplateFromFile: ['String'],
  };

  /** @param htmlFile gives the source of a project's HTML file by name */
  constructor(private readonly htmlFile: (name: string) => string | undefined) {
    super();
  }

  createHtmlOutput(content = ''): HtmlOutput {
    return new HtmlOutput(content);
  }

  createHtmlOutputFromFile(name: string): HtmlOutput {
    return new HtmlOutput(this.sourceOf(name));
  }

  createTemplate(content: string): HtmlTemplate {
    return new HtmlTemplate(content);
  }

  createTemplateFromFile(name: string): HtmlTemplate {
    return new HtmlTemplate(this.sourceOf(name));
  }

  private sourceOf(name: string): string {
    const source = this.htmlFile(name);
    if (source === undefined) throw invalid(`No HTML file named ${name} was found.`);
    return source;
  }
}
