/**
 * The address of the screen: the part after `#`, with a guard that unsaved work can put in the way.
 *
 * Back and forward cannot be stopped, only answered: while the guard holds, the old address is put back and the
 * wanted one is visited again once the user has decided. Without this, one press of Alt+Left would lose a form.
 */
type Listener = () => void;

/** Parts of an address that go along to every other one, unless it states its own: the moment that is looked at. */
export const carriedKeys = ["on", "known"] as const;

export interface LocationGo {
  /** Takes the place of the address now instead of following it. */
  readonly replace?: boolean;
  /** Passes by the question about unsaved work, after it was saved. */
  readonly force?: boolean;
  /** Asks about unsaved work also where only the query differs. */
  readonly ask?: boolean;
  /** False: what the address now carries stays behind. */
  readonly carry?: boolean;
  /** What is on screen only has another address by now, and is not to be begun anew. */
  readonly inPlace?: true;
  /** Goes to the bare address of a screen itself, not to how that screen was left. */
  readonly exact?: true;
}
/** Asks whether the screen may be left. */
export type LeaveGuard = () => Promise<boolean>;
/** @returns the query that the screen of a bare address was left with; empty where it begins as it always does */
export type LeftQuery = (path: string) => string;

export interface HashLocation {
  readonly read: () => string;
  /** The path at which what is on screen was begun. */
  readonly place: () => string;
  readonly subscribe: (listener: Listener) => () => void;
  /** Goes to `#/…`. @returns whether it went */
  readonly go: (hash: string, options?: LocationGo) => Promise<boolean>;
  readonly setGuard: (guard: LeaveGuard | null) => void;
  readonly setLeft: (left: LeftQuery | null) => void;
}

function tidy(hash: string): string {
  const text = hash.replace(/^#?\/?/, "");
  return `/${text}`;
}

/** Path and query of an address such as `/officials?q=an`. */
export function splitLocation(location: string): { readonly path: string; readonly query: string } {
  const mark = location.indexOf("?");
  return mark < 0
    ? { path: location, query: "" }
    : { path: location.slice(0, mark), query: location.slice(mark + 1) };
}

function asLeft(wanted: string, left: LeftQuery | null): string {
  if (left === null || wanted.includes("?")) return wanted;
  const query = left(wanted);
  return query === "" ? wanted : `${wanted}?${query}`;
}

function carrying(wanted: string, current: string): string {
  const { path, query } = splitLocation(wanted);
  const stated = new URLSearchParams(query);
  const now = new URLSearchParams(splitLocation(current).query);
  const carried = carriedKeys.flatMap((key) => {
    const value = stated.has(key) ? null : now.get(key);
    return value === null ? [] : [`${key}=${encodeURIComponent(value)}`];
  });
  const parts = [...(query === "" ? [] : [query]), ...carried];
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

/** Watches the address of `target`, a window. */
export function createHashLocation(target: Window): HashLocation {
  const listeners = new Set<Listener>();
  let current = tidy(target.location.hash);
  let guard: LeaveGuard | null = null;
  let left: LeftQuery | null = null;
  let asking = false;

  let place = splitLocation(current).path;
  const accept = (next: string, inPlace = false) => {
    current = next;
    if (!inPlace) place = splitLocation(next).path;
    for (const listener of listeners) listener();
  };

  const mayLeave = async (): Promise<boolean> => {
    if (guard === null) return true;
    if (asking) return false;
    asking = true;
    try {
      return await guard();
    } finally {
      asking = false;
    }
  };

  const onHashChange = () => {
    const wanted = tidy(target.location.hash);
    if (wanted === current) return;
    if (guard === null) {
      accept(wanted);
      return;
    }
    target.history.pushState(null, "", `#${current}`);
    void mayLeave().then((leave) => {
      if (!leave) return;
      target.history.pushState(null, "", `#${wanted}`);
      accept(wanted);
    });
  };

  return {
    read: () => current,
    place: () => place,
    subscribe: (listener) => {
      if (listeners.size === 0) target.addEventListener("hashchange", onHashChange);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) target.removeEventListener("hashchange", onHashChange);
      };
    },
    go: async (hash, options = {}) => {
      const meant = options.exact === true ? tidy(hash) : asLeft(tidy(hash), left);
      const wanted = options.carry === false ? meant : carrying(meant, current);
      const samePath = splitLocation(wanted).path === splitLocation(current).path;
      const asks = options.force !== true && (!samePath || options.ask === true);
      if (asks && guard !== null && !(await mayLeave())) return false;
      if (wanted === current) return true;
      if (options.replace === true) target.history.replaceState(null, "", `#${wanted}`);
      else target.history.pushState(null, "", `#${wanted}`);
      accept(wanted, options.inPlace);
      return true;
    },
    setGuard: (next) => {
      guard = next;
    },
    setLeft: (next) => {
      left = next;
    },
  };
}
