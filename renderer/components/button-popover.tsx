/** A box that a button opens over the page: the focus goes into it, Escape closes it and gives the focus back. */
import { Popover } from "@mantine/core";
import type { ReactNode } from "react";

export interface ButtonPopoverProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  /** Pixels kept free to the window's edge. */
  readonly padding: number;
  /** Left out: as wide as what it holds, also where that changes. */
  readonly width?: string;
  /** Which of its edges lies on the same edge of the target. */
  readonly edge?: "start" | "end";
  /** The target and the dropdown; whoever renders them closes it at Escape and places the focus. */
  readonly children: ReactNode;
}

export function ButtonPopover({ padding, edge = "end", children, ...rest }: ButtonPopoverProps) {
  return (
    <Popover
      {...rest}
      position={`bottom-${edge}`}
      withinPortal
      trapFocus
      returnFocus={false}
      closeOnEscape={false}
      shadow="md"
      // Over the button itself where the window has no room beneath or above it.
      middlewares={{ flip: true, shift: { crossAxis: true, padding } }}
    >
      {children}
    </Popover>
  );
}
