/**
 * What somebody opened that is folded at first, such as a section of people's files: it stays open from one person to the
 * next, as whoever enters the pay of a list of people wants it. Kept for one opening of one roster and never written down,
 * so that what is folded because not everybody should see it is folded again tomorrow.
 */
import { createContext, type ReactNode, useContext, useState } from "react";
import { useSession } from "./session";

interface Kept {
  /** Which opening of a roster it is of. */
  readonly opening: number;
  readonly open: readonly string[];
}

type Change = (change: (kept: Kept) => Kept) => void;
const nothing: Kept = { opening: -1, open: [] };
const UnfoldedContext = createContext<readonly [Kept, Change]>([nothing, () => undefined]);

export function UnfoldedProvider(props: { readonly children: ReactNode }) {
  return <UnfoldedContext value={useState(nothing)}>{props.children}</UnfoldedContext>;
}

export interface Unfolded {
  readonly isOpen: (key: string) => boolean;
  readonly set: (key: string, open: boolean) => void;
}

/** @param group keeps the keys of one screen apart from those of another */
export function useUnfolded(group: string): Unfolded {
  const { opening } = useSession();
  const [kept, change] = useContext(UnfoldedContext);
  const of = (key: string) => `${group} ${key}`;
  return {
    isOpen: (key) => kept.opening === opening && kept.open.includes(of(key)),
    set: (key, open) =>
      change((before) => {
        const others = before.opening === opening ? before.open.filter((one) => one !== of(key)) : [];
        return { opening, open: open ? [...others, of(key)] : others };
      }),
  };
}
