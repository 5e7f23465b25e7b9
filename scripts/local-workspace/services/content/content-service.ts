// ContentService: the text that a web app answers with instead of a page.

import { type EnumValue, enumeration, ServiceObject } from '../../script/service.ts';

const MimeType = enumeration('MimeType', [
  'ATOM',
  'CSV',
  'ICAL',
  'JAVASCRIPT',
  'JSON',
  'RSS',
  'TEXT',
  'VCARD',
  'XML',
]);

class TextOutput extends ServiceObject {
  static override readonly serviceName = 'TextOutput';
  static override readonly signatures = {
    append: ['String'],
    getContent: [''],
    getMimeType: [''],
    setContent: ['String'],
    setMimeType: ['MimeType'],
  };
  private mimeType: EnumValue = MimeType.TEXT;

  constructor(private content: string) {
    super();
  }

  append(text: string): this {
    this.content += text;
    return this;
  }
  getContent(): string {
    return this.content;
  }
  setContent(content: string): this {
    this.content = content;
    return this;
  }
  getMimeType(): EnumValue {
    return this.mimeType;
  }
  setMimeType(mimeType: EnumValue): this {
    this.mimeType = mimeType;
    return this;
  }
}

export class ContentService extends ServiceObject {
  static override readonly serviceName = 'ContentService';
  static override readonly constants = { MimeType };
  static override readonly signatures = { createTextOutput: ['', 'String'] };

  createTextOutput(content = ''): TextOutput {
    return new TextOutput(content);
  }
}
