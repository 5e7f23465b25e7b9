import { describe, expect, it } from '@jest/globals';
import { bench, evaluate } from '../support.ts';

describe('LockService', () => {
  const SCRIPT = `
    function hold() {
      var lock = LockService.getScriptLock();
      var got = lock.tryLock(0);
      PropertiesService.getScriptProperties().setProperty('held', String(got));
      return got;
    }
    function holdTwice() {
      LockService.getScriptLock().tryLock(0);
      return LockService.getScriptLock().tryLock(1000);
    }`;

  it('lets one execution in at a time', () => {
    const { runner, run } = bench(SCRIPT);
    let inner: unknown;
    runner.faults.add({
      method: 'Properties.setProperty',
      when: 'before',
      effect: {
        run: () => {
          inner = run('hold').result;
        },
      },
    });
    expect(run('hold').result).toBe(true);
    expect(inner).toBe(false);
    expect(run('hold').result).toBe(true);
  });

  it('frees the lock of an execution that was killed', () => {
    const { runner, run } = bench(SCRIPT);
    runner.faults.add({ method: 'Properties.setProperty', when: 'before', effect: { kill: true } });
    run('hold');
    expect(run('hold').result).toBe(true);
  });

  it('does not know a second Lock object of the same execution', () => {
    expect(bench(SCRIPT).run('holdTwice').result).toBe(false);
  });

  it('throws from waitLock when the time is over', () => {
    expect(() =>
      evaluate('LockService.getScriptLock().tryLock(0); LockService.getScriptLock().waitLock(10)'),
    ).toThrow('Lock timeout: another process was holding the lock for too long.');
  });
});

describe('PropertiesService', () => {
  it('keeps texts, gives null for a missing one, and forgets others on request', () => {
    expect(
      evaluate(`
        var p = PropertiesService.getScriptProperties();
        p.setProperty('a', 5).setProperties({ b: true });
        var before = p.getProperties();
        p.setProperties({ c: 'x' }, true);
        return [before, p.getProperty('a'), p.getKeys()]`),
    ).toEqual([{ a: '5', b: 'true' }, null, ['c']]);
  });

  it('takes 9 KB a value and 500 KB in all', () => {
    const set = (bytes: number) =>
      `PropertiesService.getScriptProperties().setProperty('a', 'x'.repeat(${bytes}))`;
    expect(() => evaluate(set(9216))).not.toThrow();
    expect(() => evaluate(set(9217))).toThrow('Argument too large: value');
    expect(() =>
      evaluate(
        "for (var i = 0; i < 60; i++) PropertiesService.getScriptProperties().setProperty('k' + i, 'x'.repeat(9000))",
      ),
    ).toThrow('You have exceeded the property storage quota.');
  });

  it('has no document properties for a script that is bound to nothing', () => {
    expect(evaluate('return PropertiesService.getDocumentProperties()')).toBeNull();
  });
});

describe('CacheService', () => {
  it('forgets after its seconds', () => {
    expect(
      evaluate(`
        var cache = CacheService.getScriptCache();
        cache.put('a', 'x', 60);
        var first = cache.get('a');
        Utilities.sleep(61000);
        return [first, cache.get('a')]`),
    ).toEqual(['x', null]);
  });

  it('refuses keys over 250 characters and values over 100 KB', () => {
    expect(() => evaluate("CacheService.getScriptCache().put('k'.repeat(251), 'x')")).toThrow(
      'Argument too large: key',
    );
    expect(() => evaluate("CacheService.getScriptCache().put('k', 'x'.repeat(102401))")).toThrow(
      'Argument too large: value',
    );
  });
});

describe('Utilities', () => {
  it('gives signed bytes', () => {
    expect(
      evaluate(
        "return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'é', Utilities.Charset.UTF_8).slice(0, 4)",
      ),
    ).toEqual([74, -103, 85, 126]);
  });

  it('signs value first, key second', () => {
    expect(
      evaluate("return Utilities.base64Encode(Utilities.computeHmacSha256Signature('value', 'key'))"),
    ).toBe('kPv88V50o2uJ29sqch2a7P/f3dxcg+J/dZJZT3GTJIE=');
  });

  it.each([
    ['yyyy-MM-dd', '2026-03-01'],
    ["EEE, MMM d 'at' h:mm a", 'Sun, Mar 1 at 1:05 AM'],
    ['HH:mm:ss Z', '01:05:09 -0600'],
  ])('formats %s in a time zone', (pattern, text) => {
    expect(
      evaluate(
        `return Utilities.formatDate(new Date('2026-03-01T07:05:09Z'), 'America/Chicago', ${JSON.stringify(pattern)})`,
      ),
    ).toBe(text);
  });
});

describe('Session and HtmlService', () => {
  it('tells who runs the script, when the manifest allows it', () => {
    expect(evaluate('return Session.getEffectiveUser().getEmail()')).toBe('contact@imstl.org');
    expect(evaluate('return Session.getEffectiveUser().getEmail()', { scopes: [] })).toBe('');
  });

  it("shows the project's own HTML files", () => {
    expect(
      evaluate("return HtmlService.createHtmlOutputFromFile('page').getContent()", {
        html: { page: '<p>Hello</p>' },
      }),
    ).toBe('<p>Hello</p>');
    expect(() => evaluate("HtmlService.createHtmlOutputFromFile('nope')")).toThrow(
      'No HTML file named nope was found.',
    );
  });
});

describe('HtmlTemplate', () => {
  const page = (html: string, before = '') =>
    evaluate(
      `const template = HtmlService.createTemplateFromFile('page'); ${before}; return template.evaluate().getContent()`,
      { html: { page: html } },
    );

  it.each([
    ['a page without scriptlets', '<p>Hello</p>', '<p>Hello</p>'],
    ['a value, escaped', '<p><?= "<b>&" ?></p>', '<p>&#60;b&#62;&#38;</p>'],
    ['a value as it is', '<?!= "<b>" ?>', '<b>'],
    ['a value with a semicolon or a remark behind it', '<?!= "<b>"; ?><?= 1 // one ?>', '<b>1'],
    [
      'a loop around HTML',
      '<? for (let i = 0; i < 3; i++) { ?><i><?= i ?></i><? } ?>',
      '<i>0</i><i>1</i><i>2</i>',
    ],
    ['services of Google', '<?= Session.getEffectiveUser().getEmail() ?>', 'contact@imstl.org'],
  ])('shows %s', (_, html, shown) => expect(page(html)).toBe(shown));

  it('has in scope what the script set on it', () => {
    expect(page('<?= name ?>', "template.name = 'Anna'")).toBe('Anna');
  });

  it('calls functions of the script, and hands them functions of its own', () => {
    const source = 'var taken; function take_(make) { taken = make; } ';
    const { run } = bench(
      `${source} function main() { HtmlService.createTemplateFromFile('page').evaluate(); return taken(20); }`,
      { html: { page: '<? take_(function (n) { return n + 1 }) ?>' } },
    );
    expect(run('main').result).toBe(21);
  });

  it('lets errors of a scriptlet through, and refuses what it cannot escape', () => {
    expect(() => page("<? throw new Error('mine') ?>")).toThrow('mine');
    expect(() => page('<script>var a = <?= 1 ?>;</script>')).toThrow('printing scriptlet');
  });
});
