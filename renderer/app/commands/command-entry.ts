/** What an entry of the list of commands says: the window's menu, the keys, the palette and the help all read it. */
import type { ComponentType } from "react";
import type { MenuName } from "../../../shared/contract/commands";

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
  /** Acts on all rows that are chosen where some are, also while the keys stand in none. */
  readonly ofChosen?: true;
  /** Answers behind a dialog too: what it opens stands in front of that and changes nothing. */
  readonly overDialogs?: true;
  /** What it does wherever one is, also without a roster and behind a dialog. */
  readonly always?: () => void;
  /** What it does wherever one is in an open roster; left out where only what is on screen can answer. */
  readonly run?: (shell: ShellTools) => void;
}
