/**
 * The program's screens, each as one entry. Addresses, the rail, the keys, the ways there among the commands, the
 * window's menu and what is loaded ahead follow from this list; a screen is added by its folder in features, an entry
 * here and its words.
 */
import {
  IconArrowsExchange,
  IconCalendarDue,
  IconCertificate,
  IconChartBar,
  IconClipboardCheck,
  IconCoins,
  IconHistory,
  IconHierarchy2,
  IconListDetails,
  IconSchool,
  IconStars,
  IconUsers,
} from "@tabler/icons-react";
import { type ComponentType, createContext, lazy, useContext } from "react";
import { OfficialsScreen } from "../../features/officials/officials-screen";
import { StatisticsScreen } from "../../features/statistics/statistics-screen";
import type { CommandEntry, Icon } from "../commands/command-entry";
import { catalogTabs, exchangeTabs } from "../navigation/paths";
import { ToSettle } from "./to-settle";

/** What an address holds: the parts that its pattern names, and its query. A screen knows its own by name. */
type AddressParts = Readonly<Record<string, string>>;

export interface ScreenRoute {
  /** Pattern of the address, such as `/catalog/:tab?`. */
  readonly path: string;
  readonly screen: ComponentType<AddressParts>;
  /** Chapter or section of the user guide that speaks of it. */
  readonly chapter?: string;
  /** Loads the screen's file, where it is not part of the page's first one. */
  readonly load?: () => Promise<unknown>;
}

export interface ScreenEntry {
  readonly id: string;
  /** The full key of its words. */
  readonly label: string;
  readonly icon: Icon;
  readonly keys: readonly string[];
  /** The first is where the rail leads. */
  readonly routes: readonly ScreenRoute[];
  /** Its parts that have an address of their own below it, each called by a word under `words`. */
  readonly tabs?: { readonly names: readonly string[]; readonly words: string };
  /** What stands beside its words in the rail. */
  readonly badge?: ComponentType;
}

/** A screen in a file of its own: the window is not kept waiting for it. */
function later(path: string, chapter: string, load: () => Promise<ComponentType<AddressParts>>): ScreenRoute {
  return { path, chapter, load, screen: lazy(async () => ({ default: await load() })) };
}

export const screens: readonly ScreenEntry[] = [
  {
    id: "statistics",
    label: "screen-app:screen.statistics",
    icon: IconChartBar,
    keys: ["Alt+1"],
    routes: [
      { path: "/statistics", chapter: "bang-tieu-chuan", screen: StatisticsScreen },
      later(
        "/start",
        "buoi-sang-dau-tien",
        async () => (await import("../../features/guide/guide-screen")).GuideScreen,
      ),
    ],
  },
  {
    id: "officials",
    label: "screen-app:screen.officials",
    icon: IconUsers,
    keys: ["Alt+2"],
    routes: [
      { path: "/officials", chapter: "danh-sach-can-bo", screen: OfficialsScreen },
      later(
        "/officials/:officialId",
        "ho-so-mot-nguoi",
        async () => (await import("../../features/person/person-screen")).PersonScreen,
      ),
      later(
        "/import",
        "dua-danh-sach-cu-vao",
        async () => (await import("../../features/import/import-screen")).ImportScreen,
      ),
      later(
        "/import/kept",
        "dua-danh-sach-cu-vao",
        async () => (await import("../../features/import/kept/kept-screen")).KeptScreen,
      ),
    ],
  },
  {
    id: "changes",
    label: "screen-app:screen.changes",
    icon: IconHistory,
    keys: ["Alt+3"],
    routes: [
      later(
        "/changes",
        "hoan-tac-va-nhat-ky",
        async () => (await import("../../features/changes/changes-screen")).ChangesScreen,
      ),
    ],
  },
  {
    id: "catalog",
    label: "screen-app:screen.catalog",
    icon: IconListDetails,
    keys: ["Alt+4"],
    routes: [
      later(
        "/catalog/:tab?",
        "danh-muc",
        async () => (await import("../../features/catalog/catalog-screen")).CatalogScreen,
      ),
    ],
    tabs: { names: catalogTabs, words: "screen-catalog:tab" },
  },
  {
    id: "exchange",
    label: "screen-app:screen.exchange",
    icon: IconArrowsExchange,
    keys: ["Alt+5"],
    routes: [
      later(
        "/exchange/:tab?/:step?",
        "trao-doi-voi-co-quan-khac",
        async () => (await import("../../features/exchange/exchange-screen")).ExchangeScreen,
      ),
    ],
    tabs: { names: exchangeTabs, words: "screen-exchange:tab" },
    badge: ToSettle,
  },
  {
    id: "completeness",
    label: "screen-app:screen.completeness",
    icon: IconClipboardCheck,
    keys: ["Alt+6"],
    routes: [
      later(
        "/completeness",
        "muc-day-du-cua-ho-so",
        async () => (await import("../../features/completeness/completeness-screen")).CompletenessScreen,
      ),
    ],
  },
  {
    id: "due",
    label: "screen-app:screen.due",
    icon: IconCalendarDue,
    keys: ["Alt+7"],
    routes: [
      later("/due", "viec-den-han", async () => (await import("../../features/due/due-screen")).DueScreen),
    ],
  },
  {
    id: "classes",
    label: "screen-app:screen.classes",
    icon: IconCertificate,
    keys: ["Alt+8"],
    routes: [
      later(
        "/classes",
        "lop-boi-duong",
        async () => (await import("../../features/classes/classes-screen")).ClassesScreen,
      ),
    ],
  },
  {
    id: "salary",
    label: "screen-app:screen.salary",
    icon: IconCoins,
    keys: ["Alt+9"],
    routes: [
      later(
        "/salary",
        "nang-bac-luong",
        async () => (await import("../../features/salary/salary-screen")).SalaryScreen,
      ),
    ],
  },
  {
    id: "plan",
    label: "screen-app:screen.plan",
    icon: IconSchool,
    keys: ["Alt+0"],
    routes: [
      later(
        "/plan",
        "ke-hoach-dao-tao",
        async () => (await import("../../features/plan/plan-screen")).PlanScreen,
      ),
    ],
  },
  {
    id: "planning",
    label: "screen-app:screen.planning",
    icon: IconHierarchy2,
    keys: ["Alt+Q"],
    routes: [
      later(
        "/planning",
        "quy-hoach",
        async () => (await import("../../features/planning/planning-screen")).PlanningScreen,
      ),
    ],
  },
  {
    id: "evaluation",
    label: "screen-app:screen.evaluation",
    icon: IconStars,
    keys: [],
    routes: [
      later(
        "/evaluation",
        "danh-gia-xep-loai",
        async () => (await import("../../features/evaluation/evaluation-screen")).EvaluationScreen,
      ),
    ],
  },
];

/** The screens of this window; another value shows in tests what follows from an entry. */
export const ScreensContext = createContext(screens);

export function useScreens(): readonly ScreenEntry[] {
  return useContext(ScreensContext);
}

/** The address that the rail leads to, without what its pattern leaves open. */
export function homeOf({ routes }: ScreenEntry): string {
  return (routes[0]?.path ?? "/").replace(/\/:.*$/, "");
}

/** The ways to the screens and their parts, as commands. */
export function screenCommands(entries: readonly ScreenEntry[]): CommandEntry[] {
  return entries.flatMap((screen) => [screenCommand(screen), ...tabCommands(screen)]);
}

function tabCommands(screen: ScreenEntry): CommandEntry[] {
  const { names = [], words = "" } = screen.tabs ?? {};
  return names.map((name) => ({
    id: `${screen.id}.${name}`,
    label: `${words}.${name}`,
    icon: screen.icon,
    toScreen: true,
    run: ({ go }) => go(`#${homeOf(screen)}/${name}`),
  }));
}

function screenCommand(screen: ScreenEntry): CommandEntry {
  return {
    id: screen.id,
    label: screen.label,
    frame: "command:goTo",
    keys: screen.keys,
    places: ["view.1"],
    icon: screen.icon,
    toScreen: true,
    run: ({ go }) => go(`#${homeOf(screen)}`),
  };
}
