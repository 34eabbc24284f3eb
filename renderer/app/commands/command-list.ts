/**
 * The program's commands, each as one entry: its name, its words, its keys, where it is offered, what it does. The
 * window's menu, the rail, the menu beside the roster's name, the keyboard and the help all read this list; the
 * ways to the screens are added from the list of screens.
 */
import {
  IconDeviceFloppy,
  IconFileExport,
  IconFilePlus,
  IconFolderOpen,
  IconKeyboard,
  IconPrinter,
  IconSettings,
  IconTableImport,
  IconUser,
  IconX,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { appearances } from "../../../shared/contract/appearance";
import type { MenuName } from "../../../shared/contract/commands";
import { call } from "../../bridge/bridge";

export type Icon = ComponentType<{ size: number; stroke?: number; "aria-hidden": true }>;

/** Rows of tables that have a menu of their own under the right mouse button. */
export const rowPlaces = ["officialRow", "unitRow"] as const;
export type RowPlace = (typeof rowPlaces)[number];

export type PlaceName = MenuName | RowPlace | "roster" | "rail";

/** Where a command is offered, and in which group there; groups are parted by lines. */
type Place = `${PlaceName}.${number}`;

/** What the window around an open roster lends to commands. */
export interface ShellTools {
  readonly open: (dialog: DialogName) => void;
  /** @param href an address such as `#/officials` */
  readonly go: (href: string) => void;
  readonly newOfficial: () => void;
  readonly receive: () => void;
  readonly openRoster: () => void;
  readonly reopenRoster: () => void;
  readonly recoverRoster: () => void;
  readonly saveRosterAs: () => void;
  readonly closeRoster: () => void;
}

/** Dialogs that belong to no screen. */
export type DialogName =
  | "newRoster"
  | "print"
  | "report"
  | "reportNotMet"
  | "send"
  | "settings"
  | "switchPerson"
  | "help";

export interface CommandEntry {
  readonly id: string;
  /** The full key of its words. */
  readonly label: string;
  /** A key of words that the label is put into where it stands among other commands. */
  readonly frame?: string;
  /** A key of words that say in a sentence what it does, for the help, where the label alone reads as a button. */
  readonly sentence?: string;
  /** Its group in the help where no menu offers it. */
  readonly helpGroup?: MenuName;
  /** The first are printed; all work. */
  readonly keys?: readonly string[];
  /** Button of the mouse: Electron has no browser around the page, so the ones on its side do nothing by themselves. */
  readonly mouseButton?: number;
  /** The same command of a text field: while there is typing that is not stored, the keys and the menu mean that. */
  readonly textHas?: "undo" | "redo";
  /** Asks for more before it does anything: its words end in `…` in menus. */
  readonly asks?: true;
  readonly places?: readonly Place[];
  readonly icon?: Icon;
  /** Does nothing in a roster that may only be looked at. */
  readonly edits?: true;
  /** Stores what was typed: the field that somebody stands in settles first. */
  readonly settles?: true;
  /** The way to a screen. */
  readonly toScreen?: true;
  /** Leads to where things are looked for, and so is not looked for itself. */
  readonly finds?: true;
  /** Acts on the row of a table that somebody stands on; the table listens to its keys. */
  readonly ofRow?: true;
  /** What it does wherever one is, also without a roster and behind a dialog. */
  readonly always?: () => void;
  /** What it does wherever one is in an open roster; left out where only what is on screen can answer. */
  readonly run?: (shell: ShellTools) => void;
}

const zoom = (change: "in" | "out" | "reset") => () => {
  // The main process keeps the page's console in its log file.
  call("windowZoom", { change }).catch(console.error);
};

export const commandList = [
  {
    id: "newRoster",
    label: "command:newRoster",
    asks: true,
    places: ["file.1", "roster.1"],
    icon: IconFilePlus,
    run: ({ open }) => open("newRoster"),
  },
  {
    id: "openRoster",
    label: "command:openRoster",
    sentence: "command:sentence.openRoster",
    keys: ["Ctrl+O"],
    asks: true,
    places: ["file.1", "roster.1"],
    icon: IconFolderOpen,
    run: ({ openRoster }) => openRoster(),
  },
  {
    id: "saveRosterAs",
    label: "command:saveRosterAs",
    asks: true,
    places: ["file.1", "roster.1"],
    icon: IconDeviceFloppy,
    edits: true,
    run: ({ saveRosterAs }) => saveRosterAs(),
  },
  {
    id: "reopenRoster",
    label: "command:reopenRoster",
    run: ({ reopenRoster }) => reopenRoster(),
  },
  {
    id: "recoverRoster",
    label: "command:recoverRoster",
    asks: true,
    run: ({ recoverRoster }) => recoverRoster(),
  },
  {
    id: "closeRoster",
    label: "command:closeRoster",
    places: ["file.1", "roster.2"],
    icon: IconX,
    run: ({ closeRoster }) => closeRoster(),
  },
  {
    id: "print",
    label: "command:print",
    sentence: "command:sentence.print",
    keys: ["Ctrl+P"],
    asks: true,
    places: ["file.2"],
    icon: IconPrinter,
    run: ({ open }) => open("print"),
  },
  {
    id: "report",
    label: "command:report",
    keys: ["Ctrl+Shift+P"],
    asks: true,
    places: ["file.2", "roster.1", "rail.1"],
    icon: IconFileExport,
    run: ({ open }) => open("report"),
  },
  {
    id: "reportNotMet",
    label: "command:reportNotMet",
    asks: true,
    places: ["file.2"],
    run: ({ open }) => open("reportNotMet"),
  },
  {
    id: "import",
    label: "command:import",
    sentence: "command:sentence.import",
    keys: ["Ctrl+I"],
    asks: true,
    places: ["file.2"],
    icon: IconTableImport,
    edits: true,
    run: ({ go }) => go("#/import"),
  },
  { id: "keptTexts", label: "command:keptTexts", places: ["file.2"], run: ({ go }) => go("#/import/kept") },
  {
    id: "send",
    label: "command:send",
    keys: ["Ctrl+G"],
    asks: true,
    places: ["file.2"],
    edits: true,
    run: ({ open }) => open("send"),
  },
  {
    id: "receive",
    label: "command:receive",
    keys: ["Ctrl+R"],
    asks: true,
    places: ["file.2"],
    edits: true,
    run: ({ receive }) => receive(),
  },
  {
    id: "undo",
    label: "command:undo",
    sentence: "command:sentence.undo",
    keys: ["Ctrl+Z"],
    textHas: "undo",
    places: ["edit.1"],
  },
  {
    id: "redo",
    label: "command:redo",
    sentence: "command:sentence.redo",
    keys: ["Ctrl+Y", "Ctrl+Shift+Z"],
    textHas: "redo",
    places: ["edit.1"],
  },
  { id: "find", label: "command:find", keys: ["Ctrl+F"], places: ["edit.3"], finds: true },
  { id: "search", label: "command:search", keys: ["Ctrl+K"], places: ["edit.3"], finds: true },
  {
    id: "newOfficial",
    label: "command:newOfficial",
    keys: ["Ctrl+N"],
    places: ["edit.3"],
    edits: true,
    run: ({ newOfficial }) => newOfficial(),
  },
  {
    id: "save",
    label: "command:save",
    sentence: "command:sentence.save",
    keys: ["Ctrl+S"],
    settles: true,
    helpGroup: "edit",
  },
  {
    id: "saveAndNext",
    label: "command:saveAndNext",
    keys: ["Ctrl+Enter"],
    settles: true,
    helpGroup: "edit",
  },
  {
    id: "editRecord",
    label: "command:editRecord",
    keys: ["Ctrl+E"],
    places: ["edit.3"],
    edits: true,
  },
  {
    id: "switchPerson",
    label: "command:switchPerson",
    asks: true,
    places: ["file.3", "roster.3"],
    icon: IconUser,
    run: ({ open }) => open("switchPerson"),
  },
  {
    id: "openRow",
    label: "command:openRow",
    sentence: "command:sentence.openRow",
    keys: ["Enter"],
    places: ["officialRow.1", "unitRow.1"],
    ofRow: true,
  },
  {
    id: "rowChanges",
    label: "command:rowChanges",
    places: ["officialRow.1"],
    ofRow: true,
  },
  {
    id: "editCell",
    label: "command:editCell",
    sentence: "command:sentence.editCell",
    keys: ["F2"],
    places: ["officialRow.2"],
    edits: true,
    ofRow: true,
  },
  {
    id: "fillDown",
    label: "command:fillDown",
    sentence: "command:sentence.fillDown",
    keys: ["Ctrl+D"],
    places: ["officialRow.2"],
    asks: true,
    edits: true,
    ofRow: true,
  },
  {
    id: "editMany",
    label: "command:editMany",
    sentence: "command:sentence.editMany",
    keys: ["Ctrl+Shift+E"],
    places: ["officialRow.2"],
    asks: true,
    edits: true,
    ofRow: true,
  },
  { id: "onlyUnit", label: "command:onlyUnit", places: ["unitRow.1"], ofRow: true },
  {
    id: "copyCell",
    label: "command:copyCell",
    sentence: "command:sentence.copyCell",
    keys: ["Ctrl+C"],
    places: ["officialRow.3", "unitRow.2"],
    ofRow: true,
  },
  {
    id: "copyRow",
    label: "command:copyRow",
    sentence: "command:sentence.copyRow",
    keys: ["Ctrl+Shift+C"],
    places: ["officialRow.3", "unitRow.2"],
    ofRow: true,
  },
  {
    id: "zoomIn",
    label: "command:zoomIn",
    sentence: "command:sentence.zoomIn",
    keys: ["Ctrl+=", "Ctrl+Shift+=", "Ctrl+Plus", "Ctrl+Shift+Plus"],
    places: ["view.2"],
    always: zoom("in"),
  },
  {
    id: "zoomOut",
    label: "command:zoomOut",
    sentence: "command:sentence.zoomOut",
    keys: ["Ctrl+-"],
    places: ["view.2"],
    always: zoom("out"),
  },
  {
    id: "zoomReset",
    label: "command:zoomReset",
    sentence: "command:sentence.zoomReset",
    keys: ["Ctrl+0"],
    places: ["view.2"],
    always: zoom("reset"),
  },
  ...appearances.map(
    (appearance) =>
      ({
        id: `appearance.${appearance}`,
        label: `command:appearance.${appearance}`,
        places: ["view.4"],
      }) as const,
  ),
  {
    id: "settings",
    label: "command:settings",
    places: ["rail.1"],
    icon: IconSettings,
    run: ({ open }) => open("settings"),
  },
  { id: "guide", label: "command:guide", places: ["help.1"], run: ({ go }) => go("#/start") },
  {
    id: "help",
    label: "command:help",
    sentence: "command:sentence.help",
    keys: ["F1", "Ctrl+/"],
    places: ["rail.1", "help.1"],
    icon: IconKeyboard,
    run: ({ open }) => open("help"),
  },
  {
    id: "back",
    label: "command:back",
    keys: ["Alt+Left"],
    helpGroup: "view",
    mouseButton: 3,
    run: () => window.history.back(),
  },
  {
    id: "forward",
    label: "command:forward",
    keys: ["Alt+Right"],
    helpGroup: "view",
    mouseButton: 4,
    run: () => window.history.forward(),
  },
] as const satisfies readonly CommandEntry[];

export type CommandName = (typeof commandList)[number]["id"];
