/** A link to another screen that looks like a button. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";

export interface LinkButtonProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly primary?: boolean;
  /** It leads to what is on screen. */
  readonly current?: boolean;
  readonly "aria-label"?: string;
}

export function LinkButton({ href, children, primary, current, ...rest }: LinkButtonProps) {
  return (
    <Button
      component="a"
      href={href}
      variant={primary === true ? "filled" : "default"}
      {...(current === true ? { "aria-current": "page" as const } : {})}
      {...rest}
    >
      {children}
    </Button>
  );
}
