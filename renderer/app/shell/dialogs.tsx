/** The dialogs that belong to no screen, by the names that commands open them by. */
import { type ComponentType, lazy, Suspense } from "react";
import { PrintDialog } from "../../features/report/print/print-dialog";
import { ReportDialog } from "../../features/report/report-dialog";
import { CreateRosterDialog } from "../../features/welcome/create-roster";
import type { DialogName } from "../commands/command-entry";
import { SwitchPersonDialog } from "../session/person-at-work";
import { SettingsDialog } from "./settings-dialog";
import { ShortcutsDialog } from "./shortcuts-dialog";

interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const LateSendDialog = lazy(async () => ({
  default: (await import("../../features/exchange/send/send-dialog")).SendDialog,
}));

function SendDialog({ opened, onClose }: DialogProps) {
  if (!opened) return null;
  return (
    <Suspense fallback={null}>
      <LateSendDialog onClose={onClose} />
    </Suspense>
  );
}

const dialogs: Readonly<Record<DialogName, ComponentType<DialogProps>>> = {
  newRoster: CreateRosterDialog,
  print: PrintDialog,
  report: ReportDialog,
  reportNotMet: (props) => <ReportDialog {...props} first="not-met" />,
  send: SendDialog,
  settings: SettingsDialog,
  switchPerson: SwitchPersonDialog,
  help: ShortcutsDialog,
};

/** All of them, at most one of them open. */
export function Dialogs(props: { readonly open: DialogName | null; readonly onClose: () => void }) {
  return Object.entries(dialogs).map(([name, Dialog]) => (
    <Dialog key={name} opened={props.open === name} onClose={props.onClose} />
  ));
}
