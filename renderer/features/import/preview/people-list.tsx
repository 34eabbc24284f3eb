/** The people of one outcome, as many as there are, with the one that somebody stands on told cell by cell beside them. */
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { importLists, ImportPerson } from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { call } from "../../../bridge/bridge";
import { useTranslate } from "../../../components/translate";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { usePagedRows } from "../../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../../components/virtual-grid/virtual-grid";
import { useWords } from "../../../components/words";
import type { ImportActions } from "../use-import";
import classes from "../import.module.css";
import { changeText } from "./change-text";
import { PersonDetails } from "./person-details";
import { useAnswered } from "./use-answered";
import { likenessText } from "./who-is-it";

/** CSS pixels of the columns together. */
const leastWidth = 560;

type Outcome = (typeof importLists)[number];

export interface PeopleListProps {
  readonly session: string;
  readonly run: number;
  readonly outcome: Outcome;
  readonly onAnswer: ImportActions["answer"];
}

export function PeopleList({ session, run, outcome, onAnswer }: PeopleListProps) {
  const { t } = useTranslation("screen-import");
  const [active, setActive] = useState(0);
  const rows = usePagedRows<ImportPerson>({
    call: "importPeople",
    key: [session, run, outcome],
    fetchPage: async (offset, limit) => {
      const page = await call("importPeople", { session, outcome, offset, limit });
      return { ...page, version: run };
    },
  });
  const columns = usePeopleColumns(outcome);
  const gridBox = useRef<HTMLDivElement>(null);
  const place = Math.min(active, Math.max(0, (rows.rowCount ?? 0) - 1));
  const standing = rows.getRow(place);
  const answered = useAnswered<{ readonly person: ImportPerson; readonly run: number }>(gridBox);
  const { person = standing, run: shownRun = run } = answered.held ?? {};
  const answerAndStay: ImportActions["answer"] = (...said) => {
    // What was pressed goes away with the answer; the list stays.
    gridBox.current?.querySelector<HTMLElement>("[role=grid]")?.focus();
    if (standing !== undefined) answered.hold({ person: standing, run });
    return onAnswer(...said);
  };
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  return (
    <div className={classes.beside}>
      <div className={classes.gridBox} ref={gridBox}>
        <VirtualGrid
          label={t(`preview.list.${outcome}`)}
          rowCount={rows.rowCount ?? 0}
          getRow={rows.getRow}
          rowId={rowId}
          columns={columns}
          onVisible={rows.onVisible}
          activeIndex={place}
          onActiveIndex={setActive}
          minWidth={leastWidth}
          {...(rows.rowCount === 0
            ? {
                empty: (
                  <EmptyState title={t(`preview.empty.${outcome === "duplicate" ? "answered" : "nobody"}`)} />
                ),
              }
            : {})}
        />
      </div>
      {person === undefined ? null : (
        <PersonDetails
          key={`${rowId(person)} ${shownRun}`}
          person={person}
          isAnswered={answered.held !== null}
          onAnswer={answerAndStay}
        />
      )}
    </div>
  );
}

function rowId({ sheet, rows }: ImportPerson): string {
  return `${sheet}!${rows[0] ?? 0}`;
}

function usePeopleColumns(outcome: Outcome): GridColumn<ImportPerson>[] {
  const { t } = useTranslation("screen-import");
  const words = useWords();
  const say = useTranslate();
  return useMemo(() => {
    const what: Readonly<Record<Outcome, (person: ImportPerson) => string>> = {
      added: ({ changes, name, birth }) =>
        changes
          // Who it is stands in the columns before.
          .filter(({ after }) => after !== name && after !== words.date(birth))
          .map(({ label, after }) => `${label}: ${after}`)
          .join(" · "),
      changed: ({ changes, kept }) =>
        changes.length === 0
          ? t("preview.onlyKept", { text: formatNumber(kept.length) })
          : changes.map((change) => changeText(say, change)).join(" · "),
      unchanged: ({ blanks }) =>
        blanks.length === 0 ? t("preview.same") : t("preview.sameBut", { text: formatNumber(blanks.length) }),
      blank: ({ blanks }) => blanks.map(({ label, text }) => `${label}: ${text}`).join(" · "),
      duplicate: ({ duplicate }) => (duplicate === null ? "" : likenessText(duplicate, t)),
      left: ({ left }) => left ?? "",
    };
    return [
      {
        key: "name",
        header: t("preview.head.name"),
        width: "190px",
        rowHeader: true,
        cell: ({ name }: ImportPerson) => <span>{name === "" ? t("preview.nameless") : name}</span>,
      },
      {
        key: "birth",
        header: t("preview.head.birth"),
        width: "100px",
        cell: ({ birth }: ImportPerson) => words.date(birth),
      },
      {
        key: "row",
        header: t("preview.head.row"),
        width: "64px",
        align: "end",
        cell: ({ rows }: ImportPerson) => rows.join(", "),
      },
      {
        key: "what",
        header: t(`preview.head.${outcome}`),
        width: "minmax(206px, 1fr)",
        cell: (person: ImportPerson) => <span className={classes.cut}>{what[outcome](person)}</span>,
      },
    ];
  }, [outcome, t, say, words]);
}
