/**
 * The program's commands by name: the window's menu, the shortcuts and the buttons all end here, so that "undo"
 * means one thing however it was asked for. The newest handler on screen answers.
 */
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo } from "react";
import { useBridgeEvent } from "../../bridge/hooks";
import { type CommandName, commandNames } from "./command-names";
import { inTextField, shortcutCommand } from "./shortcuts";

interface Commands {
  readonly add: (name: CommandName, handler: () => void) => () => void;
  /** @returns whether somebody answered */
  readonly run: (name: CommandName) => boolean;
}

function createCommands(): Commands {
  const handlers = new Map<CommandName, (() => void)[]>();
  return {
    add: (name, handler) => {
      handlers.set(name, [...(handlers.get(name) ?? []), handler]);
      return () =>
        handlers.set(
          name,
          (handlers.get(name) ?? []).filter((other) => other !== handler),
        );
    },
    run: (name) => {
      const handler = handlers.get(name)?.at(-1);
      handler?.();
      return handler !== undefined;
    },
  };
}

const CommandsContext = createContext<Commands | null>(null);

const sideButtons: ReadonlyMap<number, CommandName> = new Map([
  [3, "back"],
  [4, "forward"],
]);

/** Whether a dialog is open; commands wait behind it, except those of the text field. */
function dialogOpen(): boolean {
  return document.querySelector("[role=dialog][aria-modal=true]") !== null;
}

/** In a text field undo means the typing, wherever the command came from. */
function editText(name: CommandName): boolean {
  if ((name !== "undo" && name !== "redo") || !inTextField(document.activeElement)) return false;
  // The only way to reach a field's own undo from a menu; there is no replacement for it.
  return document.execCommand(name);
}

export function CommandsProvider(props: { readonly children: ReactNode }) {
  const commands = useMemo(createCommands, []);
  useBridgeEvent("command", ({ name }) => {
    const known = commandNames.find((command) => command === name);
    if (known === undefined || editText(known) || dialogOpen()) return;
    commands.run(known);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = shortcutCommand(event, inTextField(event.target));
      if (name === null || dialogOpen()) return;
      if (commands.run(name)) event.preventDefault();
    };
    // Electron has no browser around the page: the mouse's own back and forward buttons do nothing by themselves.
    const onMouseUp = (event: MouseEvent) => {
      const name = sideButtons.get(event.button);
      if (name !== undefined && !dialogOpen()) commands.run(name);
    };
    window.addEventListener("keydown", onKeyDown);
    window.addEventListener("mouseup", onMouseUp);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("mouseup", onMouseUp);
    };
  }, [commands]);
  return <CommandsContext value={commands}>{props.children}</CommandsContext>;
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

/** Runs a command, as a button does. */
export function useRunCommand(): (name: CommandName) => void {
  const commands = useCommands();
  return commands.run;
}
