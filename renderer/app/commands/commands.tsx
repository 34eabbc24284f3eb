/**
 * Runs the commands of the list: the window's menu, the keys, the mouse and the buttons all end here, so that "undo"
 * means one thing however it was asked for. The newest handler on screen answers; where none does, the entry's own
 * `run`.
 */
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo } from "react";
import { useBridgeEvent } from "../../bridge/hooks";
import { settleFocus } from "../../components/keyboard/settle-focus";
import { forgetTyping, typingAnswers, watchTyping } from "../../components/keyboard/typing";
import type { CommandEntry, ShellTools } from "./command-entry";
import { type CommandName, commandList } from "./command-list";
import { inTextField, pressed } from "./keys";
import { useWindowMenu } from "./window-menu";

/** What commands find around an open roster. */
interface Shell {
  readonly tools: () => ShellTools;
  /** Says why nothing can be changed; null where changes can be made. */
  readonly refuse: (() => void) | null;
}

interface Commands {
  readonly entries: readonly CommandEntry[];
  readonly add: (name: CommandName, handler: () => void) => () => void;
  /** Whether somebody would answer as things stand on screen. */
  readonly answers: (entry: CommandEntry) => boolean;
  /** @returns whether somebody answered */
  readonly run: (command: CommandName | CommandEntry) => boolean;
  /** @returns a function that takes the shell away again */
  readonly lend: (shell: Shell) => () => void;
}

function createCommands(entries: readonly CommandEntry[]): Commands {
  const handlers = new Map<string, (() => void)[]>();
  let lent: Shell | null = null;
  const ofEntry = (name: string): (() => void) | undefined => {
    const { run, edits, always } = entries.find(({ id }) => id === name) ?? {};
    if (always !== undefined) return always;
    const shell = lent;
    if (run === undefined || shell === null || (edits === true && shell.refuse !== null)) return undefined;
    return () => run(shell.tools());
  };
  const handlerOf = (name: string) => handlers.get(name)?.at(-1) ?? ofEntry(name);
  return {
    entries,
    answers: ({ id }) => handlerOf(id) !== undefined,
    add: (name, handler) => {
      handlers.set(name, [...(handlers.get(name) ?? []), handler]);
      return () =>
        handlers.set(
          name,
          (handlers.get(name) ?? []).filter((other) => other !== handler),
        );
    },
    run: (command) => {
      const name = typeof command === "string" ? command : command.id;
      if (entries.find(({ id }) => id === name)?.settles === true) settleFocus(document.body);
      const isEdit = entries.find(({ id }) => id === name)?.edits === true;
      const handler = handlerOf(name) ?? (isEdit ? (lent?.refuse ?? undefined) : undefined);
      handler?.();
      return handler !== undefined;
    },
    lend: (shell) => {
      lent = shell;
      return () => {
        if (lent === shell) lent = null;
      };
    },
  };
}

const CommandsContext = createContext<Commands | null>(null);

/**
 * Whether a dialog is open; commands wait behind it, except those of the text field. The theme closes dialogs without
 * a transition: one that faded would still stand here, and the next key would be lost.
 */
function dialogOpen(): boolean {
  return document.querySelector("[role=dialog][aria-modal=true]") !== null;
}

function waits({ always, overDialogs }: CommandEntry): boolean {
  return always === undefined && overDialogs !== true && dialogOpen();
}

/** Whether the command means the typing in the field somebody stands in. */
function meansTyping({ textHas }: CommandEntry, target: EventTarget | null): boolean {
  if (textHas === undefined || !inTextField(target)) return false;
  if (typingAnswers(target, textHas)) return true;
  // The program answers from here on: letters taken back before must not come in between by the keys of redo.
  forgetTyping();
  return false;
}

/** In a text field undo means the typing, wherever the command came from. */
function editText(entry: CommandEntry): boolean {
  if (!meansTyping(entry, document.activeElement)) return false;
  // The only way to reach a field's own undo from a menu; there is no replacement for it.
  return document.execCommand(entry.id);
}

interface ProviderProps {
  /** Commands beside those of the list: the ways to the screens. */
  readonly more: readonly CommandEntry[];
  readonly children: ReactNode;
}

export function CommandsProvider({ more, children }: ProviderProps) {
  const commands = useMemo(() => createCommands([...commandList, ...more]), [more]);
  useWindowMenu(commands.entries);
  useBridgeEvent("command", ({ name }) => {
    const entry = commands.entries.find(({ id }) => id === name);
    if (entry === undefined || editText(entry) || waits(entry)) return;
    commands.run(entry);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const entry = commands.entries.find(({ keys }) => keys?.some((one) => pressed(one, event)) === true);
      if (entry === undefined || entry.ofRow === true || waits(entry)) return;
      if (meansTyping(entry, event.target)) return;
      if (commands.run(entry)) event.preventDefault();
    };
    const onMouseUp = (event: MouseEvent) => {
      const entry = commands.entries.find(({ mouseButton }) => mouseButton === event.button);
      if (entry !== undefined && !dialogOpen()) commands.run(entry);
    };
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("mouseup", onMouseUp);
    const endTyping = watchTyping(document);
    return () => {
      endTyping();
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("mouseup", onMouseUp);
    };
  }, [commands]);
  return <CommandsContext value={commands}>{children}</CommandsContext>;
}

function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === null) throw new Error("CommandsProvider is missing");
  return commands;
}

/** Answers a command while the component is on screen and `enabled`. */
export function useCommand(name: CommandName, handler: () => void, enabled = true): void {
  const commands = useCommands();
  const latest = useEffectEvent(handler);
  useEffect(() => (enabled ? commands.add(name, () => latest()) : undefined), [commands, name, enabled]);
}

/**
 * Lets commands act on the window around an open roster while the component is on screen.
 * @param refuse says why nothing can be changed; null where changes can be made
 */
export function useShellTools(tools: ShellTools, refuse: (() => void) | null): void {
  const commands = useCommands();
  const latest = useEffectEvent((): ShellTools => tools);
  const isRefused = refuse !== null;
  const say = useEffectEvent(() => refuse?.());
  useEffect(
    () => commands.lend({ refuse: isRefused ? () => say() : null, tools: () => latest() }),
    [commands, isRefused],
  );
}

/** All commands there are, for what offers them. */
export function useCommandEntries(): readonly CommandEntry[] {
  return useCommands().entries;
}

/** Tells of a command whether it would do something as things stand on screen. */
export function useCommandAnswers(): (entry: CommandEntry) => boolean {
  return useCommands().answers;
}

/** Runs a command, as a button does. */
export function useRunCommand(): (command: CommandName | CommandEntry) => void {
  return useCommands().run;
}
