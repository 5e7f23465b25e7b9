// Redraws the regions marked `data-live="topic …"` from a fresh copy of the page, changing only what differs.

/** Attributes that the person at the page changes. */
const OWN_ATTRIBUTES = new Set(['open', 'data-live']);

let running = false;
let again = false;

/** Fetches the page anew when one of its regions follows one of the topics; `*` means all. */
export async function refreshRegions(topics: readonly string[]): Promise<void> {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-live][id]')];
  const wanted = regions.filter(
    (region) =>
      topics.includes('*') || (region.dataset.live ?? '').split(' ').some((topic) => topics.includes(topic)),
  );
  if (wanted.length === 0) return;
  if (running) {
    again = true;
    return;
  }
  running = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const region of document.querySelectorAll<HTMLElement>('[data-live][id]')) {
        const next = fresh.getElementById(region.id);
        if (next) morph(region, next);
      }
    }
  } catch {
    // The server is away; the next event or the reconnection brings the news.
  }
  running = false;
  if (again) {
    again = false;
    // While much is going on, twice a second is enough.
    window.setTimeout(() => void refreshRegions(['*']), 500);
  }
}

const keyOf = (node: Node): string | undefined =>
  node instanceof Element ? (node.getAttribute('data-key') ?? (node.id || undefined)) : undefined;

/** Makes `old` equal to `next`, keeping elements (with their focus, selection and scroll position) wherever it can. */
function morph(old: Element, next: Element): void {
  if (old.isEqualNode(next)) return;
  for (const { name } of [...old.attributes])
    if (!next.hasAttribute(name) && !OWN_ATTRIBUTES.has(name)) old.removeAttribute(name);
  for (const { name, value } of [...next.attributes]) {
    if (old.getAttribute(name) !== value && !OWN_ATTRIBUTES.has(name)) old.setAttribute(name, value);
  }
  const keyed = new Map<string, Element>();
  for (const child of old.children) {
    const key = keyOf(child);
    if (key) keyed.set(key, child);
  }
  let place: ChildNode | null = old.firstChild;
  for (const wanted of [...next.childNodes]) {
    const key = keyOf(wanted);
    const found: ChildNode | null =
      (key ? keyed.get(key) : undefined) ??
      (place && !keyOf(place) && !key && isSameKind(place, wanted) ? place : null);
    if (!found) {
      old.insertBefore(document.importNode(wanted, true), place);
      continue;
    }
    if (found === place) place = place.nextSibling;
    else old.insertBefore(found, place);
    if (found instanceof Element && wanted instanceof Element) {
      if (isSameKind(found, wanted)) morph(found, wanted);
      else found.replaceWith(document.importNode(wanted, true));
    } else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
    if (key) keyed.delete(key);
  }
  while (place) {
    const gone: ChildNode = place;
    place = place.nextSibling;
    gone.remove();
  }
}

const isSameKind = (a: Node, b: Node): boolean => a.nodeType === b.nodeType && a.nodeName === b.nodeName;
