/** What is typed into a search field of a list, asked for after a pause and kept in step with the screen's address. */
import { useEffect, useEffectEvent, useState } from "react";

export interface TypedSearch {
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** Asks without waiting for the pause. */
  readonly askNow: () => void;
}

/**
 * @param search what the list is filtered by
 * @param pauseMs since the last letter; long enough that a word typed through an input method is asked for once
 * @param onSearch told of what is typed, composed and trimmed, where it differs from `search`
 */
export function useTypedSearch(
  search: string,
  pauseMs: number,
  onSearch: (search: string) => void,
): TypedSearch {
  const [typed, setTyped] = useState(search);
  const [known, setKnown] = useState(search);
  // The address changed by other means (a link, back, the filter was cleared): the field follows it.
  if (known !== search) {
    setKnown(search);
    if (asked(typed) !== search) setTyped(search);
  }
  const ask = useEffectEvent((text: string) => {
    if (asked(text) !== search) onSearch(asked(text));
  });
  useEffect(() => {
    const timer = setTimeout(() => ask(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, pauseMs]);
  return {
    typed,
    setTyped,
    askNow: () => {
      if (asked(typed) !== search) onSearch(asked(typed));
    },
  };
}

function asked(typed: string): string {
  return typed.normalize("NFC").trim();
}
