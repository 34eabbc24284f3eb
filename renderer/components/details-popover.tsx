/** More about a line, over what stands beneath it instead of above it: Escape closes it and the focus is on its button again. */
import { Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { ButtonPopover } from "./button-popover";
import { useEscape } from "./keyboard/escape";
import classes from "./details-popover.module.css";

export interface DetailsPopoverProps {
  readonly button: string;
  /** Name of what opens. */
  readonly title: string;
  readonly children: ReactNode;
}

export function DetailsPopover({ button: words, title, children }: DetailsPopoverProps) {
  const [opened, setOpened] = useState(false);
  const titleId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(false);
    button.current?.focus();
  };
  useEscape(close, opened);
  return (
    <ButtonPopover opened={opened} onChange={setOpened} width="min(60rem, 100vw - 1rem)" padding={8}>
      <Popover.Target>
        <button
          ref={button}
          type="button"
          className={classes.button}
          onClick={() => (opened ? close() : setOpened(true))}
        >
          {words}
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={titleId} className={classes.box ?? ""} tabIndex={0} data-autofocus>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {children}
      </Popover.Dropdown>
    </ButtonPopover>
  );
}
