/** Who was changed in the list keeps the place there, until the list is put in order anew or left. */
import { useState } from "react";
import type { ListOrder } from "../../../shared/contract/schemas/officials";
import { viewLimits } from "../../../shared/contract/schemas/views";

type Held = NonNullable<ListOrder["held"]>;

export interface HeldPlaces {
  readonly order: ListOrder;
  /** @param before who stands before them; null: nobody */
  readonly hold: (id: string, before: string | null) => void;
}

/** @param listKey another text is another list @param order as it was asked for */
export function useHeldPlaces(listKey: string, order: ListOrder): HeldPlaces {
  const [state, setState] = useState<{ readonly listKey: string; readonly held: Held }>({
    listKey,
    held: [],
  });
  // Another order gives up what was held, also where the one before is asked for again.
  if (state.listKey !== listKey) setState({ listKey, held: [] });
  const held = state.listKey === listKey ? state.held : [];
  return {
    order: held.length === 0 ? order : { ...order, held },
    hold: (id, before) => {
      // In groups everybody stands with their own.
      if (order.group !== null) return;
      const others = held.filter((one) => one.id !== id);
      setState({ listKey, held: [...others, { id, after: before }].slice(-viewLimits.held) });
    },
  };
}
