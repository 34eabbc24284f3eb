/**
 * Every button of the program. One that works on what it was pressed for says so (`loading`) and takes no second press,
 * but stays where the keyboard is: the kit's own would be switched off meanwhile, and the focus would be gone.
 */
import { Button as KitButton, type ButtonProps as KitProps } from "@mantine/core";
import type { ComponentPropsWithRef, MouseEvent } from "react";

export interface ButtonProps
  extends Omit<KitProps, "component">,
    Omit<ComponentPropsWithRef<"button">, keyof KitProps> {
  /** Other work is under way that this press would disturb: it takes no press, and keeps the focus. */
  readonly waiting?: boolean;
}

function stay(event: MouseEvent): void {
  // A press would also submit the form around it.
  event.preventDefault();
  event.stopPropagation();
}

/** The element itself: switched off by whoever uses the button, never by its own work. */
function Element({ type, disabled, "aria-busy": busy, onClick, ...rest }: ComponentPropsWithRef<"button">) {
  const common = { ...rest, type: type ?? "button" } as const;
  return busy === true ? (
    <button {...common} aria-busy aria-disabled onClick={stay} />
  ) : (
    <button {...common} disabled={disabled} onClick={onClick} />
  );
}

export function Button({ loading, waiting, ...rest }: ButtonProps) {
  const takesNone = loading === true || waiting === true;
  return (
    <KitButton
      component={Element}
      {...rest}
      loading={loading === true}
      {...(waiting === true && loading !== true ? { "data-disabled": true } : {})}
      aria-busy={takesNone || undefined}
    />
  );
}
