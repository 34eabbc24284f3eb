/**
 * Keeps the keyboard's place. The browser gives the focus to nobody when the element that has it goes away or is
 * switched off: a dialog closes, a removed row takes its button along, a button has nothing left to do. Whoever works
 * without a mouse would begin again at the top of the page.
 *
 * One watcher for the whole page, so that no dialog, list or button has to think of it: the focus goes to what stands
 * where the lost element stood, within the same part of the page; where that part is gone too, as with a dialog, to
 * where the focus was before, or to where the screen begins (`data-first-action`, else `#main`).
 */

/** Where the focus was: the element, and what surrounded it once it is gone. */
interface Place {
  readonly element: HTMLElement;
  /** What had opened over the page around it; nothing stands in for it once that is closed. */
  readonly over: Element | null;
  parent: Node | null;
  /** What stood behind it; null: it was the last. */
  next: Node | null;
  /** It went away since the last look, or was moved, which takes the focus as well. */
  hit: boolean;
}

/** Places remembered: what opened a dialog, the menu before that, and some more. */
const mostPlaces = 24;

/** Parts of the page within which a neighbour stands in for what is gone. */
const parts = "form, section, article, aside, header, nav, fieldset, [role=tabpanel], [role=dialog]";
/** The same where a screen has no such parts. */
const lists = "table, ul, ol, [role=list]";

const reachable =
  'a[href], button, input:not([type=hidden]), select, textarea, [tabindex]:not([tabindex="-1"])';

function canTake(element: HTMLElement): boolean {
  if (!element.isConnected || element.matches(":disabled") || element.closest("[hidden], [inert]") !== null)
    return false;
  // jsdom draws nothing and has no answer.
  return typeof element.checkVisibility === "function" ? element.checkVisibility() : true;
}

function reachableIn(part: Element): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(reachable)].filter(
    (element) => element.tabIndex >= 0 && canTake(element),
  );
}

function isBehind(element: Node, mark: Node): boolean {
  return (
    mark === element ||
    mark.contains(element) ||
    (mark.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

/** What stands at a place that is gone, else before it, within the part of the page that it belonged to. */
function neighbour({ parent, next }: Place): HTMLElement | null {
  const around = parent instanceof Element ? parent : (parent?.parentElement ?? null);
  const part = around?.isConnected === true ? (around.closest(parts) ?? around.closest(lists)) : null;
  if (around === null || part === null) return null;
  let mark: Node | null = next;
  for (let room: Element = around; ; ) {
    const found = reachableIn(room);
    const behind = mark;
    const after = behind === null ? undefined : found.find((element) => isBehind(element, behind));
    const nearest = after ?? found.at(-1);
    if (nearest !== undefined) return nearest;
    const wider: Element | null = room.parentElement;
    if (room === part || wider === null) return null;
    mark = room.nextSibling;
    room = wider;
  }
}

/** Where the place is, or who stands in for it. */
function standIn(place: Place): HTMLElement | null {
  return canTake(place.element) ? place.element : neighbour(place);
}

/** The dialog that everything else waits behind. */
function openDialog(page: Document): Element | null {
  return [...page.querySelectorAll("[aria-modal=true]")].at(-1) ?? null;
}

/**
 * Watches a page.
 * @returns a function that ends it
 */
export function keepFocus(page: Document): () => void {
  let places: Place[] = [];

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === page.body) return;
    const place = {
      element: target,
      over: target.closest("[role=dialog], [role=menu], [role=listbox]"),
      parent: target.parentNode,
      next: target.nextSibling,
      hit: false,
    };
    places = [...places.filter(({ element }) => element !== target), place].slice(-mostPlaces);
  };

  const goOn = (): void => {
    const modal = openDialog(page);
    for (const place of places.toReversed()) {
      const found = standIn(place);
      if (found === null || (modal !== null && !modal.contains(found))) continue;
      found.focus({ preventScroll: true });
      return;
    }
    const start = page.querySelector<HTMLElement>("[data-first-action]") ?? page.getElementById("main");
    start?.focus({ preventScroll: true });
  };

  const look = (): void => {
    const last = places.at(-1);
    const lost = last?.hit === true;
    for (const place of places) place.hit = false;
    const active = page.activeElement;
    // An element that was just switched off may still be called the active one.
    const held = active !== null && active !== page.body && !active.matches(":disabled");
    if (lost && !held) goOn();
  };

  const follow = (records: readonly MutationRecord[]): void => {
    for (const { type, target, removedNodes, nextSibling } of records) {
      for (const place of places) {
        if (type === "attributes") {
          place.hit ||= target === place.element && place.element.matches(":disabled");
          continue;
        }
        for (const gone of removedNodes) {
          const tookIt =
            gone.contains(place.element) || (place.parent !== null && gone.contains(place.parent));
          if (tookIt) {
            place.parent = gone.contains(place.over) ? null : target;
            place.hit = true;
          }
          if (tookIt || place.next === gone) place.next = nextSibling;
        }
      }
    }
    look();
  };

  /** What is hidden, not removed, loses the focus once the page is drawn again. */
  const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return;
    setTimeout(() => {
      const last = places.at(-1);
      if (last?.element !== target || canTake(last.element)) return;
      last.hit = true;
      look();
    }, 0);
  };

  const watcher = new MutationObserver(follow);
  watcher.observe(page.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["disabled"],
  });
  // Before anybody else: who hands the focus on while hearing of it would else be noted before whom it was taken from.
  page.addEventListener("focusin", onFocusIn, true);
  page.addEventListener("focusout", onFocusOut);
  return () => {
    watcher.disconnect();
    page.removeEventListener("focusin", onFocusIn, true);
    page.removeEventListener("focusout", onFocusOut);
  };
}
