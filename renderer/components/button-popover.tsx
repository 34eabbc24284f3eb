/** A box that a button opens over the page: the focus goes into it, Escape closes it and gives the focus back. */
import { Popover } from "@mantine/core";
import type { ReactNode } from "react";

export interface ButtonPopoverProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  /** Pixels kept free to the window's edge. */
  readonly padding: number;
  readonly width?: string;
  /** The target and the dropdown; whoever renders them closes it at Escape and places the focus. */
  readonly children: ReactNode;
}

export function ButtonPopover({ padding, children, ...rest }: ButtonPopoverProps) {
  return (
    <Popover
      {...rest}
      position="bottom-end"
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
