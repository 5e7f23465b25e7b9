// Makes a script's HTML a document of its own, with `google.script.run` and `google.script.host` as Google gives them.

import { parse } from 'acorn';
import type { Project, ScriptFile } from '../../script/projects.ts';
import type { Assets } from '../assets.ts';

const known = new WeakMap<readonly ScriptFile[], readonly string[]>();

/** Functions at the top level that a dialog may call: those whose names do not end in an underscore. */
export function callableFunctions({ files }: Project): readonly string[] {
  let names = known.get(files);
  if (!names) {
    names = files
      .filter(({ type }) => type === 'SERVER_JS')
      .flatMap(({ source }) => topLevelFunctions(source));
    known.set(files, names);
  }
  return names;
}

function topLevelFunctions(source: string): string[] {
  const names: string[] = [];
  for (const statement of parse(source, { ecmaVersion: 'latest' }).body) {
    if (statement.type === 'FunctionDeclaration') names.push(statement.id.name);
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (
        id.type === 'Identifier' &&
        (init?.type === 'FunctionExpression' || init?.type === 'ArrowFunctionExpression')
      )
        names.push(id.name);
    }
  }
  return names.filter((name) => !name.endsWith('_'));
}

/** The shim comes before anything of the script's own, but after the doctype, which must stay first. */
export function dialogDocument(html: string, project: Project, assets: Assets): string {
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html)?.[0] ?? '';
  const names = JSON.stringify(callableFunctions(project)).replaceAll('<', '\\u003c');
  const shim = (assets.get('dialog-shim.js')?.body ?? '').replaceAll('</script', '<\\/script');
  return `${doctype}<script>window.__callable=${names};${shim}</script>${html.slice(doctype.length)}`;
}
