/**
 * The room that an element has for what it holds, as it changes: without its scrollbars, by which what fits an element's
 * own width is too wide by that much.
 */
import { type RefCallback, useCallback, useState } from "react";

interface Room {
  readonly width: number;
  readonly height: number;
}

export function useInnerSize(): Room & { readonly ref: RefCallback<HTMLElement> } {
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const look = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setRoom((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    const watcher = new ResizeObserver(look);
    watcher.observe(element);
    look();
    return () => watcher.disconnect();
  }, []);
  return { ...room, ref };
}
