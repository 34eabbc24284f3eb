/** A link to another screen that looks like a button. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";

export interface LinkButtonProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly primary?: boolean;
  readonly "aria-label"?: string;
}

export function LinkButton({ href, children, primary, ...rest }: LinkButtonProps) {
  return (
    <Button component="a" href={href} variant={primary === true ? "filled" : "default"} {...rest}>
      {children}
    </Button>
  );
}
