// Shows what a script wants shown: dialogs, the sidebar, toasts and alerts; and carries `google.script.run` to it.

import { ask } from './ask.ts';
import { postJson } from './requests.ts';
import { toast } from './toast.ts';

export interface MenuEntry {
  readonly kind: 'item' | 'separator' | 'submenu';
  readonly caption?: string;
  readonly functionName?: string;
  readonly entries?: readonly MenuEntry[];
}

export type Effect =
  | {
      readonly kind: 'dialog' | 'sidebar';
      readonly title: string;
      readonly address: string;
      readonly width?: number;
      readonly height?: number;
      readonly scriptId: string;
    }
  | { readonly kind: 'alert' | 'toast'; readonly title: string; readonly text: string }
  | { readonly kind: 'menu'; readonly title: string; readonly entries: readonly MenuEntry[] };

interface RunAnswer {
  readonly execution: string;
  readonly status: string;
  readonly result?: unknown;
  readonly failure?: string;
  readonly effects: readonly Effect[];
}

/** Google's own size for a dialog without one. */
const SIZE = { width: 600, height: 440 };

export class ScriptEffects {
  private frame: { frame: HTMLIFrameElement; scriptId: string; close(): void } | undefined;
  private side: { frame: HTMLIFrameElement; scriptId: string; close(): void } | undefined;

  constructor(
    /** What the person has selected, as scripts ask for it. */
    private readonly active: () => object,
    private readonly focusGrid: () => void,
  ) {
    window.addEventListener('message', (event) => {
      const from = [this.frame, this.side].find((shown) => shown?.frame.contentWindow === event.source);
      if (from && event.data?.from === 'dialog') void this.heard(from, event.data);
    });
  }

  /** Runs a menu item's function and shows what it shows. */
  async runMenuItem(scriptId: string, functionName: string, caption: string): Promise<void> {
    const done = busy(`Running “${caption}”…`);
    try {
      const answer = await this.run(scriptId, functionName, 'menu', []);
      done();
      if (answer.failure !== undefined)
        toast({ title: 'The script ended with an error', text: answer.failure, bad: true, seconds: -1 });
      await this.show(answer.effects);
    } catch (error) {
      done();
      toast({ text: (error as Error).message, bad: true, seconds: 15 });
    }
  }

  async show(effects: readonly Effect[]): Promise<void> {
    for (const effect of effects) {
      if (effect.kind === 'toast') toast({ title: effect.title, text: effect.text });
      else if (effect.kind === 'alert')
        await ask({ title: effect.title || 'Message from the script', text: effect.text });
      else if (effect.kind === 'dialog') this.openDialog(effect);
      else if (effect.kind === 'sidebar') this.openSidebar(effect);
    }
  }

  private run(
    scriptId: string,
    functionName: string,
    kind: 'menu' | 'dialog',
    args: unknown[],
  ): Promise<RunAnswer> {
    return postJson<RunAnswer>('/local/script/run', {
      scriptId,
      functionName,
      kind,
      args,
      active: this.active(),
    });
  }

  private openDialog(effect: Extract<Effect, { address: string }>): void {
    this.frame?.close();
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-labelledby', 'script-dialog-title');
    const { head, close } = headFor(effect.title, 'script-dialog-title');
    const frame = frameFor(effect, 'dialog-frame');
    frame.style.width = `${effect.width ?? SIZE.width}px`;
    frame.style.height = `min(${effect.height ?? SIZE.height}px, 80dvh)`;
    dialog.append(head, frame);
    const shown = { frame, scriptId: effect.scriptId, close: () => dialog.close() };
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (this.frame === shown) this.frame = undefined;
      this.focusGrid();
    });
    this.frame = shown;
    document.body.append(dialog);
    dialog.showModal();
    frame.addEventListener('load', () => frame.focus());
  }

  private openSidebar(effect: Extract<Effect, { address: string }>): void {
    const place = document.getElementById('sidebar');
    if (!place) return;
    const { head, close } = headFor(effect.title, 'sidebar-title');
    const frame = frameFor(effect, '');
    const shown = {
      frame,
      scriptId: effect.scriptId,
      close: () => {
        place.replaceChildren();
        place.hidden = true;
        if (this.side === shown) this.side = undefined;
      },
    };
    close.addEventListener('click', () => {
      shown.close();
      this.focusGrid();
    });
    place.replaceChildren(head, frame);
    place.hidden = false;
    this.side = shown;
    close.focus();
  }

  private async heard(
    from: { frame: HTMLIFrameElement; scriptId: string; close(): void },
    message: Record<string, unknown>,
  ): Promise<void> {
    switch (message.kind) {
      case 'close':
        from.close();
        return;
      case 'escape':
        if (from === this.frame) from.close();
        return;
      case 'focus':
        this.focusGrid();
        return;
      case 'size':
        if (typeof message.height === 'number') from.frame.style.height = `min(${message.height}px, 80dvh)`;
        if (typeof message.width === 'number' && from === this.frame)
          from.frame.style.width = `${message.width}px`;
        return;
      case 'run': {
        const { id, name, args } = message as { id: number; name: string; args: unknown[] };
        const answer = (part: object): void =>
          from.frame.contentWindow?.postMessage({ from: 'page', id, ...part }, '*');
        try {
          const run = await this.run(from.scriptId, name, 'dialog', args);
          answer(run.failure === undefined ? { result: run.result } : { failure: run.failure });
          await this.show(run.effects);
        } catch (error) {
          answer({ failure: (error as Error).message });
        }
      }
    }
  }
}

function headFor(title: string, id: string): { head: HTMLElement; close: HTMLButtonElement } {
  const head = document.createElement('div');
  head.className = 'dialog-head';
  const words = document.createElement('h2');
  words.id = id;
  words.textContent = title;
  words.dir = 'auto';
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet close';
  close.textContent = '×';
  close.setAttribute('aria-label', 'Close');
  head.append(words, close);
  return { head, close };
}

/** The frame's own policy puts it into an origin of its own; the attribute says the same to the browser. */
function frameFor(effect: { title: string; address: string }, className: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.className = className;
  frame.title = effect.title || 'Dialog of the script';
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals',
  );
  frame.src = effect.address;
  return frame;
}

/** @returns what takes the message away again */
function busy(text: string): () => void {
  const note = document.createElement('div');
  note.className = 'toast busy';
  note.textContent = text;
  document.getElementById('toasts')?.append(note);
  return () => note.remove();
}
