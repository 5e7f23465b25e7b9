// Writing on a document: what is typed is saved by the button or by Ctrl+S, and is never lost because saving failed.

import { ask } from './ask.ts';
import { paperText } from './paper-text.ts';
import { Conflict, postJson } from './requests.ts';
import { watchViewer } from './viewer.ts';

type Mood = '' | 'good' | 'bad';

class Writing {
  /** The text as the Workspace has it. */
  private kept: string;
  private saving = false;

  constructor(
    private readonly paper: HTMLElement,
    private readonly said: HTMLElement,
    button: HTMLElement,
  ) {
    this.kept = paperText(paper);
    document.execCommand('defaultParagraphSeparator', false, 'p');
    button.addEventListener('click', () => void this.save());
    document.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      void this.save();
    });
    paper.addEventListener('input', () => this.say(this.isChanged ? 'Not saved yet' : 'Nothing to save'));
    paper.addEventListener('beforeinput', (event) => {
      // Formats are not saved, so that nobody is shown any.
      if (event.inputType.startsWith('format')) event.preventDefault();
    });
    paper.addEventListener('paste', (event) => this.take(event, event.clipboardData));
    paper.addEventListener('drop', (event) => event.preventDefault());
    window.addEventListener('beforeunload', (event) => {
      if (this.isChanged) event.preventDefault();
    });
    document.addEventListener('workspace-changed', (event) => {
      const topics = (event as CustomEvent<readonly string[]>).detail;
      if (topics.includes('docs') || topics.includes('*')) void this.follow();
    });
  }

  private get isChanged(): boolean {
    return paperText(this.paper) !== this.kept;
  }

  private say(text: string, mood: Mood = ''): void {
    if (this.said.textContent !== text) this.said.textContent = text;
    this.said.className = `saved ${mood}`;
  }

  /** Only the words of what is pasted, as if they were typed. */
  private take(event: Event, data: DataTransfer | null): void {
    event.preventDefault();
    const text = data?.getData('text/plain').replace(/\r\n?/g, '\n') ?? '';
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) document.execCommand('insertParagraph');
      if (line !== '') document.execCommand('insertText', false, line);
    }
  }

  /** @param over what somebody else wrote meanwhile */
  private async save(over = false): Promise<void> {
    if (this.saving) return;
    const text = paperText(this.paper);
    if (text === this.kept) return this.say('Saved', 'good');
    this.saving = true;
    this.say('Saving…');
    const { document: id, revision: revisionId } = this.paper.dataset;
    try {
      const answer = await postJson<{ revisionId: string }>(`/local/documents/${id}`, {
        text,
        ...(over ? {} : { revisionId }),
      });
      this.paper.dataset.revision = answer.revisionId;
      this.kept = text;
      if (this.isChanged) this.say('Not saved yet');
      else this.say('Saved', 'good');
    } catch (error) {
      this.say(`Not saved. What you typed is still here. ${(error as Error).message}`, 'bad');
      if (error instanceof Conflict) await this.settle();
    } finally {
      this.saving = false;
    }
  }

  private async settle(): Promise<void> {
    const yes = await ask({
      title: 'Somebody else has changed this document',
      text: 'What you typed is still here. If you save it, it takes the place of what they wrote.',
      yes: 'Save mine',
      no: 'Go back',
    });
    this.saving = false;
    if (yes !== undefined) await this.save(true);
  }

  /** Shows what somebody else wrote, unless this person is writing too. */
  private async follow(): Promise<void> {
    if (this.saving || this.isChanged) return;
    const answer = await fetch(location.href).catch(() => undefined);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('paper');
    const isNew = fresh && fresh.dataset.revision !== this.paper.dataset.revision;
    if (!isNew || this.saving || this.isChanged) return;
    this.paper.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    this.paper.dataset.revision = fresh.dataset.revision;
    this.kept = paperText(this.paper);
    this.say('Somebody else has changed it; this is the new text');
  }
}

watchViewer();
const [paper, said, button] = ['paper', 'saved', 'save'].map((id) => document.getElementById(id));
if (paper && said && button) new Writing(paper, said, button);
