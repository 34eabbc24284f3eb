/**
 * Every dialog of the program, questions included. Escape closes it in its turn (keyboard/escape.ts), and where the
 * focus goes afterwards is the page's business (keyboard/keep-focus.ts): the kit's own ways know neither a dialog that
 * is taken away as a whole nor an opener that is gone.
 */
import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useEscape } from "./keyboard/escape";

export interface DialogProps {
  /** Left out by who puts it on screen only while it is open. */
  readonly opened?: boolean;
  readonly title: string;
  readonly size?: string;
  /** Work is under way that closing would hide. */
  readonly busy?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ opened = true, busy = false, onClose, ...rest }: DialogProps) {
  useEscape(() => {
    if (!busy) onClose();
  }, opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      closeOnEscape={false}
      closeOnClickOutside={!busy}
      withCloseButton={!busy}
      returnFocus={false}
      {...rest}
    />
  );
}
