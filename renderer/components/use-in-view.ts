/** What the keys stand on in a list is in view, wherever the list was scrolled to. */
import { type RefObject, useEffect, useRef } from "react";

/** @param marked whether the keys stand on this entry @returns for its element */
export function useInView(marked: boolean): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (marked) element.current?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  return element;
}
