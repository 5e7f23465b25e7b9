// A list of tabs whose panels are on the page already: arrow keys, Home and End move between them.

export function tabs(list: HTMLElement): void {
  const all = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const choose = (chosen: HTMLElement): void => {
    for (const tab of all) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = tab !== chosen;
    }
  };
  for (const tab of all) tab.addEventListener('click', () => choose(tab));
  list.addEventListener('keydown', (event) => {
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || step === undefined) return;
    event.preventDefault();
    const next = all[(step + all.length) % all.length] as HTMLElement;
    choose(next);
    next.focus();
  });
}
