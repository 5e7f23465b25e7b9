// HtmlTemplate: a page whose scriptlets run in the script's own realm before anybody sees it.

import { notImplemented } from '../../kernel/errors.ts';
import { Evaluation, ServiceObject } from '../../script/service.ts';
import { HtmlOutput } from './html-output.ts';

/** A scriptlet: `<? code ?>`, `<?= printed and escaped ?>`, `<?!= printed as it is ?>`. */
const SCRIPTLET = /<\?(!=|=)?([\s\S]*?)\?>/;

/** What is printed is assigned, as in Google's own code: so `<?= name; ?>` prints as well. */
const START = `var output={$out:'',set add(value){this.$out+=String(value)},
set print(value){this.add=String(value).replace(/[&<>"'\`]/g,function(mark){return'&#'+mark.charCodeAt(0)+';'})}};`;

/** Properties that a script sets on it are in scope in its scriptlets. */
export class HtmlTemplate extends ServiceObject {
  static override readonly serviceName = 'HtmlTemplate';
  static override readonly holdsProperties = true;
  static override readonly signatures = {
    evaluate: [''],
    getCode: [''],
    getRawContent: [''],
  };

  constructor(private readonly content: string) {
    super();
  }

  getRawContent(): string {
    return this.content;
  }

  /** Google's code looks otherwise; evaluating it does the same. */
  getCode(): string {
    const [first = '', ...rest] = this.content.split(SCRIPTLET);
    const lines = [START, added(first)];
    for (let at = 0; at < rest.length; at += 3) {
      const [mark, code = '', after = ''] = rest.slice(at, at + 3);
      if (mark === '=' && isInScript(this.content, code))
        throw notImplemented(
          'A printing scriptlet <?= ?> inside <script> (Google escapes it for JavaScript)',
        );
      if (mark === undefined) lines.push(code);
      else lines.push(`output.${mark === '=' ? 'print' : 'add'}=${code}\n;`);
      lines.push(added(after));
    }
    return [...lines, 'return output.$out;'].join('\n');
  }

  evaluate(): Evaluation {
    return new Evaluation(this.getCode(), (content) => new HtmlOutput(String(content)));
  }
}

const added = (text: string) => (text === '' ? '' : `output.add=${JSON.stringify(text)};`);

/** Whether a scriptlet stands between the start and the end of a script of the page. */
function isInScript(content: string, code: string): boolean {
  const before = content.slice(0, content.indexOf(code)).toLowerCase();
  return before.lastIndexOf('<script') > before.lastIndexOf('</script');
}
