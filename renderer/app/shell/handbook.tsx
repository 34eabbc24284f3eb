/**
 * Opens the user guide at what it says of the screen one is on, wherever one is: without a roster and over a dialog too,
 * since that is where somebody is at a loss.
 */
import { lazy, Suspense, useState } from "react";
import { matchRoute, useRouter } from "wouter";
import { createTranslate, type Translate } from "../../../shared/i18n";
import { foldSearch } from "../../../shared/text/fold";
import type { Chapter } from "../../features/handbook/handbook";
import { useCommand } from "../commands/commands";
import { useHashLocation } from "../navigation/navigation";
import { splitLocation } from "../navigation/hash-location";
import { type ScreenEntry, useScreens } from "./screens";

const load = async () => {
  const [{ HandbookDialog }, { chapters }] = await Promise.all([
    import("../../features/handbook/handbook-dialog"),
    import("../../../docs/huong-dan.md"),
  ]);
  return { HandbookDialog, chapters };
};

interface ReadProps {
  readonly place: Place | null;
  readonly onClose: () => void;
}

const Read = lazy(async () => {
  const { HandbookDialog, chapters } = await load();
  return {
    default: ({ place, onClose }: ReadProps) => (
      <HandbookDialog at={place === null ? null : sectionOf(chapters, place)} onClose={onClose} />
    ),
  };
});

/** Answers the command; once on the page. */
export function Handbook() {
  const screens = useScreens();
  const location = useHashLocation();
  const { parser } = useRouter();
  const [opened, setOpened] = useState<{ readonly place: Place | null } | null>(null);
  useCommand("handbook", () => {
    const { path } = splitLocation(location.read());
    setOpened({ place: placeOf(screens, (pattern) => matchRoute(parser, pattern, path)) });
  });
  if (opened === null) return null;
  return (
    <Suspense fallback={null}>
      <Read place={opened.place} onClose={() => setOpened(null)} />
    </Suspense>
  );
}

/** What the guide is opened at. */
interface Place {
  readonly chapter: string;
  /** Words of the tab that is open, in the language of the guide. */
  readonly tab: string | null;
}

type Match = (
  pattern: string,
) => readonly [boolean, Readonly<Record<string, string | undefined>> | null, ...unknown[]];

function placeOf(screens: readonly ScreenEntry[], match: Match): Place | null {
  const say: Translate = createTranslate("vi");
  for (const { routes, tabs } of screens) {
    for (const { path, chapter } of routes) {
      const [isHere, params] = match(path);
      const name = params?.["tab"];
      if (!isHere || chapter === undefined) continue;
      const isTab = name !== undefined && tabs?.names.includes(name) === true;
      return { chapter, tab: isTab ? say(`${tabs.words}.${name}`) : null };
    }
  }
  return null;
}

/** The section that speaks of the tab, or else the chapter. */
function sectionOf(chapters: readonly Chapter[], { chapter: id, tab }: Place): string {
  const chapter = chapters.find((one) => one.id === id);
  const word = tab === null ? null : foldSearch(tab);
  const section =
    word === null ? undefined : chapter?.sections.find(({ title }) => foldSearch(title).includes(word));
  return section?.id ?? id;
}
