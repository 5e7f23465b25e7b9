// Blob: a piece of data with a name and a content type, as Apps Script hands it around.

import { type EnumValue, ServiceObject } from '../../script/service.ts';

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

  getDataAsString(charset?: string | EnumValue): string {
    return new TextDecoder(typeof charset === 'string' ? charset : 'utf-8').decode(this.bytes);
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
