// Blob: a piece of data with a name and a content type, as Apps Script hands it around.

import { invalid } from '../../kernel/errors.ts';
import { ServiceObject } from '../../script/service.ts';
import { decodeWindows1252 } from '../gmail/header-text.ts';

export class Blob extends ServiceObject {
  static override readonly serviceName: string = 'Blob';
  static override readonly signatures = {
    getBytes: [''],
    getDataAsString: ['', 'String'],
    getContentType: [''],
    getName: [''],
    setName: ['String'],
    setContentType: ['String'],
  };

  constructor(
    private readonly bytes: Buffer,
    private contentType: string | null,
    private name: string | null,
  ) {
    super();
  }

  getBytes(): number[] {
    return [...this.bytes].map((byte) => (byte > 127 ? byte - 256 : byte));
  }

  /** What is no character becomes U+FFFD. @throws for a charset that nobody knows */
  getDataAsString(charset = 'UTF-8'): string {
    if (/^(iso-?8859-1|latin1)$/i.test(charset)) return this.bytes.toString('latin1');
    if (/^(windows-|cp)1252$/i.test(charset)) return decodeWindows1252(this.bytes);
    let decoder: TextDecoder;
    try {
      decoder = new TextDecoder(charset, { ignoreBOM: true });
    } catch {
      throw invalid(`Invalid argument: ${charset}`);
    }
    return decoder.decode(this.bytes);
  }

  getContentType(): string | null {
    return this.contentType;
  }

  getName(): string | null {
    return this.name;
  }

  setName(name: string): this {
    this.name = name;
    return this;
  }

  setContentType(contentType: string): this {
    this.contentType = contentType;
    return this;
  }
}
