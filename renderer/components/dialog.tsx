/**
 * Every dialog of the program, questions included. Escape closes it in its turn (keyboard/escape.ts), and where the
 * focus goes afterwards is the page's business (keyboard/keep-focus.ts): the kit's own ways know neither a dialog that
 * is taken away as a whole nor an opener that is gone.
 */
import { Group, Modal, Text } from "@mantine/core";
import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { useEscape } from "./keyboard/escape";
import { followMistakes } from "./keyboard/first-mistake";
import { focusLateContent } from "./keyboard/late-focus";
import { holdsUnsettled } from "./picker/unsettled";
import classes from "./dialog.module.css";

export interface DialogProps {
  /** Left out by who puts it on screen only while it is open. */
  readonly opened?: boolean;
  readonly title: string;
  readonly size?: string;
  /** As large as the window. */
  readonly full?: boolean;
  /** Work is under way that closing would hide. */
  readonly busy?: boolean;
  /** Something was typed in it that closing would lose: Escape and the cross ask first. */
  readonly dirty?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const TypedContext = createContext<((holds: boolean) => void) | null>(null);

/**
 * Says from within a dialog what `dirty` says from around it, for a form that keeps its own text.
 * @param holds something was typed that closing would lose
 */
export function useTyped(holds: boolean): void {
  const say = useContext(TypedContext);
  useEffect(() => {
    say?.(holds);
    return () => say?.(false);
  }, [say, holds]);
}

/** Whether the dialog in front holds text in a picker that names nothing yet. */
function frontHoldsText(): boolean {
  const front = [...document.querySelectorAll("[aria-modal=true]")].at(-1);
  return front !== undefined && holdsUnsettled(front);
}

export function Dialog(props: DialogProps) {
  const { opened = true, busy = false, dirty = false, full = false, onClose, children, ...rest } = props;
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState(false);
  const leave = () => {
    if (busy) return;
    if (dirty || typed || frontHoldsText()) setAsking(true);
    else onClose();
  };
  const giveUp = () => {
    setAsking(false);
    onClose();
  };
  useEscape(leave, opened);
  return (
    <Modal
      opened={opened}
      onClose={leave}
      closeOnEscape={false}
      closeOnClickOutside={!busy}
      withCloseButton={!busy}
      returnFocus={false}
      {...(full
        ? { fullScreen: true, classNames: { content: classes.content, body: classes.body } }
        : { classNames: { content: classes.scroller } })}
      {...rest}
    >
      <TypedContext value={setTyped}>
        <Content full={full}>{children}</Content>
      </TypedContext>
      {asking ? <Typed onStay={() => setAsking(false)} onLeave={giveUp} /> : null}
    </Modal>
  );
}

const watchers = new Set<() => void>();

/** Hears of each dialog that opens. @returns a function that stops it */
export function watchDialogs(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What a dialog asks; the keyboard begins in it, also where it comes late. */
function Content({ full, children }: { readonly full: boolean; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const following = useRef<() => void>(() => undefined);
  useEffect(() => () => following.current(), []);
  /** What is pressed or handed in here, and not in a dialog in front of it, which the page has elsewhere. */
  const follow = (target: EventTarget, isForm: boolean) => {
    const { current } = box;
    if (current === null || !(target instanceof Element) || !current.contains(target)) return;
    following.current();
    following.current = followMistakes(current, isForm);
  };
  useEffect(() => {
    for (const watcher of watchers) watcher();
    const root = box.current?.closest<HTMLElement>("[role=dialog]");
    return root == null ? undefined : focusLateContent(root);
  }, []);
  return (
    // The keys of saving reach here from any field; the box itself is nothing to press.
    <div
      ref={box}
      role="presentation"
      className={full ? classes.whole : undefined}
      onKeyDown={handIn}
      onSubmitCapture={({ target }) => follow(target, true)}
      onClick={({ target }) => {
        const button = target instanceof Element ? target.closest("button") : null;
        // A form says by itself that it is handed in.
        if (button !== null && button.type !== "submit") follow(button, false);
      }}
    >
      {children}
    </div>
  );
}

/** Ctrl+S and Ctrl+Enter end a dialog with a form as they end a screen's: by its own way of handing in. */
function handIn(event: KeyboardEvent<HTMLElement>): void {
  const saves = event.key === "Enter" || event.key.toLowerCase() === "s";
  const isPlain = event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey);
  if (!saves || isPlain || event.defaultPrevented || event.nativeEvent.isComposing) return;
  const { target, currentTarget: box } = event;
  // A dialog in front of this one reaches here too, though the page has it elsewhere.
  if (!(target instanceof Element) || !box.contains(target)) return;
  const form = target.closest("form") ?? box.querySelector("form");
  if (form === null) return;
  event.preventDefault();
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  // One that is at work is pressed once.
  const takesNone = button?.disabled === true || button?.getAttribute("aria-busy") === "true";
  if (!event.repeat && !takesNone) form.requestSubmit();
}

/** Asks before what was typed in a dialog is given up. */
function Typed(props: { readonly onStay: () => void; readonly onLeave: () => void }) {
  const { t } = useTranslation("screen-app");
  return (
    <Dialog title={t("typed.title")} onClose={props.onStay}>
      <Text>{t("typed.body")}</Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={props.onStay} data-autofocus>
          {t("typed.stay")}
        </Button>
        <Button color="danger" onClick={props.onLeave}>
          {t("typed.leave")}
        </Button>
      </Group>
    </Dialog>
  );
}
