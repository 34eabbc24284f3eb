/** Gathers what the palette offers: asks the roster for people and units, reads the lists of screens and commands. */
import { byName } from "../../../../shared/columns/table-column";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuildingCommunity, IconUser, IconUsers } from "@tabler/icons-react";
import { useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { OfficialRow } from "../../../../shared/contract/schemas/officials";
import { formatDay, formatNumber } from "../../../../shared/text/format";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { outsideWords } from "../../../components/outside-words";
import { useWords } from "../../../components/words";
import { useCommandTexts } from "../../commands/command-text";
import { useCommandAnswers, useCommandEntries, useRunCommand } from "../../commands/commands";
import { emptyListState, filterOf } from "../../navigation/list-state";
import { useGo } from "../../navigation/navigation";
import { recents } from "../../session/recent";
import { commandHit, commandHits, type Hit, type HitGroup, inOrder } from "./hits";

const mostPeople = 6;
const mostUnits = 4;
const mostRecent = 5;

export interface Hits {
  /** What is offered, all of one and the same typing. */
  readonly groups: readonly HitGroup[];
  /** Whether that is what was typed last. */
  readonly ready: boolean;
  /** What kept people or units from being found. */
  readonly error: unknown;
}

/** @param typed as it stands in the field @param open false: nobody looks, and nothing is asked */
export function useHits(typed: string, open: boolean): Hits {
  const wanted = typed.normalize("NFC").trim();
  const [settled] = useDebouncedValue(wanted, 60);
  const query = wanted === "" ? "" : settled;
  const people = usePeople(query, open);
  const units = useUnits(query, open);
  const rest = useCommandsAndRecents(query, open);
  const answered = people.ready && units.ready;
  const now = useMemo<readonly HitGroup[]>(
    () =>
      inOrder(
        [
          { kind: "recent", hits: rest.recent },
          { kind: "person", hits: people.hits },
          { kind: "unit", hits: units.hits },
          { kind: "screen", hits: rest.screens },
          { kind: "command", hits: rest.commands },
        ],
        rest.recentKeys,
      ),
    [people.hits, units.hits, rest],
  );
  // Answers come one by one; a list that grew in between would put another entry under the mark.
  const [shown, setShown] = useState(now);
  if (answered && shown !== now) setShown(now);
  return {
    groups: answered ? now : shown,
    ready: answered && query === wanted,
    error: people.error ?? units.error,
  };
}

interface Found {
  readonly hits: readonly Hit[];
  readonly ready: boolean;
  readonly error: unknown;
}

function usePeople(query: string, open: boolean): Found {
  const { t } = useTranslation(["palette", "screen-app"]);
  const words = useWords();
  const go = useGo();
  const { moment } = useMoment();
  const asked = open && query !== "";
  const { data, error, isPending, isPlaceholderData } = useCall(
    "officialsPage",
    {
      filter: filterOf({ ...emptyListState, search: query, serving: "all" }, moment),
      order: byName,
      offset: 0,
      limit: mostPeople,
    },
    { enabled: asked, keepPrevious: true },
  );
  const hits = useMemo(() => {
    if (!asked || data === undefined) return [];
    const where = (row: OfficialRow) =>
      row.unitName === null
        ? [row.outside === null ? "" : outsideWords(t, row.outside)]
        : [row.postName ?? "", row.unitName];
    const found = data.rows.map((row): Hit => {
      const detail = [words.date(row.birth), ...where(row)].filter((part) => part !== "").join(" · ");
      return {
        key: `person ${row.id}`,
        label: row.fullName,
        detail,
        icon: IconUser,
        recent: { kind: "person", id: row.id, label: row.fullName, detail },
        run: () => void go.toPerson(row.id),
      };
    });
    if (data.total <= found.length) return found;
    const all: Hit = {
      key: "all people",
      label: t("palette:everybody", { text: formatNumber(data.total) }),
      detail: "",
      icon: IconUsers,
      recent: null,
      run: () => void go.toOfficials({ search: query, serving: "all" }),
    };
    return [...found, all];
  }, [asked, data, query, words, go, t]);
  return { hits, ready: !asked || (!isPending && !isPlaceholderData), error: asked ? error : null };
}

function useUnits(query: string, open: boolean): Found {
  const { t } = useTranslation(["palette", "screen-app"]);
  const go = useGo();
  const { on, knownOn } = useMoment();
  const asked = open && query !== "";
  const { data, error, isPending, isPlaceholderData } = useCall(
    "unitOptions",
    { query, on, knownOn, level: "all", limit: mostUnits },
    { enabled: asked, keepPrevious: true },
  );
  const hits = useMemo(() => {
    if (!asked || data === undefined) return [];
    return data.map(({ id, code, fullName, validTo }): Hit => {
      const until = validTo === null ? "" : t("screen-app:unit.until", { day: formatDay(validTo) });
      const detail = [code, until].filter((part) => part !== "").join(" · ");
      return {
        key: `unit ${id}`,
        label: fullName,
        detail,
        icon: IconBuildingCommunity,
        recent: { kind: "unit", id, label: fullName, detail },
        run: () => void go.toOfficials({ unitId: id }),
      };
    });
  }, [asked, data, go, t]);
  return { hits, ready: !asked || (!isPending && !isPlaceholderData), error: asked ? error : null };
}

function useCommandsAndRecents(query: string, open: boolean) {
  const texts = useCommandTexts();
  const go = useGo();
  const all = useCommandEntries();
  const answers = useCommandAnswers();
  const run = useRunCommand();
  const kept = useSyncExternalStore(recents.subscribe, recents.read);
  return useMemo(() => {
    const recentKeys = kept.map(({ kind, id }) => `${kind} ${id}`);
    if (!open) return { recent: [], screens: [], commands: [], recentKeys };
    // What acts on the row somebody stands on is answered by its table alone, and so is not among them.
    const offered = all.filter((entry) => entry.finds !== true && answers(entry));
    const source = { texts, run };
    const recent = kept.flatMap((one): Hit[] => {
      const { kind, id, label, detail } = one;
      if (kind === "command") {
        const entry = offered.find((candidate) => candidate.id === id);
        return entry === undefined ? [] : [commandHit(entry, source)];
      }
      return [
        {
          key: `${kind} ${id}`,
          label,
          detail,
          icon: kind === "person" ? IconUser : IconBuildingCommunity,
          recent: one,
          run: () => void (kind === "person" ? go.toPerson(id) : go.toOfficials({ unitId: id })),
        },
      ];
    });
    const ofKind = (wanted: boolean) =>
      commandHits(
        { ...source, entries: offered.filter(({ toScreen = false }) => toScreen === wanted) },
        query,
      );
    // What was typed is answered by the lists of each kind, where what is recent stands first.
    const shownRecent = query === "" ? recent.slice(0, mostRecent) : [];
    const isShown = new Set(shownRecent.map(({ key }) => key));
    const others = (hits: readonly Hit[]) => hits.filter(({ key }) => !isShown.has(key));
    return {
      recent: shownRecent,
      screens: others(ofKind(true)),
      commands: others(ofKind(false)),
      recentKeys,
    };
  }, [kept, open, all, answers, texts, run, query, go]);
}
