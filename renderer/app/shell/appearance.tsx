/**
 * Chooses the look by command, from the menu and the palette. The look itself is the system's preference as the page sees
 * it: the main process settles it, so that the frame of the window and its dialogs follow too.
 */
import { useQueryClient } from "@tanstack/react-query";
import { type Appearance, appearances } from "../../../shared/contract/appearance";
import { useSend } from "../../bridge/hooks";
import { useCommand } from "../commands/commands";
import { toastFailed } from "../feedback/toast";

function AppearanceCommand({ appearance }: { readonly appearance: Appearance }) {
  const client = useQueryClient();
  const send = useSend("settingsSet");
  useCommand(`appearance.${appearance}`, () =>
    send.mutate(
      { appearance },
      { onSuccess: (saved) => client.setQueryData(["settingsGet", {}], saved), onError: toastFailed },
    ),
  );
  return null;
}

/** Answers the commands; once on the page. */
export function AppearanceCommands() {
  return appearances.map((appearance) => <AppearanceCommand key={appearance} appearance={appearance} />);
}
