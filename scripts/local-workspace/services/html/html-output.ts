// HtmlOutput: a page that a script shows in a dialog, a sidebar or a web app.

import { type EnumValue, ServiceObject } from '../../script/service.ts';

export class HtmlOutput extends ServiceObject {
  static override readonly serviceName = 'HtmlOutput';
  static override readonly signatures = {
    getContent: [''],
    setContent: ['String'],
    append: ['String'],
    setTitle: ['String'],
    getTitle: [''],
    setWidth: ['Integer'],
    setHeight: ['Integer'],
    getWidth: [''],
    getHeight: [''],
    addMetaTag: ['String, String'],
    setSandboxMode: ['SandboxMode'],
    setXFrameOptionsMode: ['XFrameOptionsMode'],
  };
  title = '';
  width: number | undefined;
  height: number | undefined;

  constructor(public content: string) {
    super();
  }

  getContent(): string {
    return this.content;
  }
  setContent(content: string): this {
    this.content = content;
    return this;
  }
  append(content: string): this {
    this.content += content;
    return this;
  }
  setTitle(title: string): this {
    this.title = title;
    return this;
  }
  getTitle(): string {
    return this.title;
  }
  setWidth(width: number): this {
    this.width = width;
    return this;
  }
  setHeight(height: number): this {
    this.height = height;
    return this;
  }
  getWidth(): number | undefined {
    return this.width;
  }
  getHeight(): number | undefined {
    return this.height;
  }
  addMetaTag(_name: string, _content: string): this {
    return this;
  }
  setSandboxMode(_mode: EnumValue): this {
    return this;
  }
  setXFrameOptionsMode(_mode: EnumValue): this {
    return this;
  }
}
