/** The roster's units, found without marks; the chosen one with its area flags beside the list. */
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { UnitRow } from "../../../shared/contract/schemas/catalog";
import { formatNumber } from "../../../shared/text/format";
import { useSession } from "../../app/session/session";
import { useMoment } from "../../bridge/moment";
import { call } from "../../bridge/bridge";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { useWords, type Words } from "../../components/words";
import { periodText } from "./period-text";
import { UnitPanel } from "./unit-panel";
import classes from "./catalog.module.css";

const pauseMs = 120;
const gridMinWidth = 620;

export function UnitsTab() {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const words = useWords();
  const session = useSession();
  const { moment } = useMoment();
  const [typed, setTyped] = useState("");
  const [query] = useDebouncedValue(typed.normalize("NFC").trim(), pauseMs);
  const [active, setActive] = useState<{ readonly index: number; readonly id: string | null }>({
    index: -1,
    id: null,
  });
  const key = [session.path, "units", query, moment];
  const rows = usePagedRows({
    call: "unitsPage",
    key,
    fetchPage: async (offset, limit) => {
      const page = await call("unitsPage", { query, moment, offset, limit });
      // Units have no version of their own: a change of the roster asks for all pages again.
      return { ...page, version: 0 };
    },
  });
  const columns = useMemo(() => unitColumns(t, words), [t, words]);
  return (
    <div className={classes.split}>
      <div className={classes.master}>
        <div className={classes.masterHead}>
          <TextInput
            type="search"
            className={classes.search ?? ""}
            aria-label={t("screen-catalog:unit.search")}
            placeholder={t("screen-catalog:unit.searchHint")}
            leftSection={<IconSearch size={16} aria-hidden />}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setActive({ index: -1, id: null });
            }}
          />
          <span role="status" className={classes.muted}>
            {rows.rowCount === null
              ? ""
              : t("screen-catalog:unit.count", { count: rows.rowCount, text: formatNumber(rows.rowCount) })}
          </span>
        </div>
        <div className={classes.gridBox}>
          {rows.error === null || rows.error === undefined ? (
            <VirtualGrid<UnitRow>
              label={t("screen-catalog:tab.units")}
              listKey={JSON.stringify(key)}
              rowCount={rows.rowCount ?? 0}
              getRow={rows.getRow}
              rowId={(row) => row.id}
              columns={columns}
              onVisible={rows.onVisible}
              activeIndex={active.index}
              onActiveIndex={(index) => setActive({ index, id: rows.getRow(index)?.id ?? null })}
              selectedId={active.id}
              minWidth={gridMinWidth}
              {...(rows.rowCount === 0
                ? {
                    empty: (
                      <EmptyState title={t("screen-catalog:unit.none")}>
                        {t("screen-catalog:unit.noneBody")}
                      </EmptyState>
                    ),
                  }
                : {})}
            />
          ) : (
            <ErrorNotice error={rows.error} onRetry={rows.retry} />
          )}
        </div>
      </div>
      <UnitPanel unitId={active.id} />
    </div>
  );
}

function unitColumns(t: TFunction, words: Words): GridColumn<UnitRow>[] {
  return [
    { key: "code", header: t("screen-catalog:unit.code"), width: "5rem", cell: (row) => row.code },
    {
      key: "name",
      header: t("domain:field.unit.name"),
      width: "minmax(10rem, 1.4fr)",
      rowHeader: true,
      cell: (row) => <span className={classes.strong}>{row.fullName}</span>,
    },
    {
      key: "parent",
      header: t("domain:field.unit.parent"),
      width: "minmax(8rem, 1fr)",
      cell: (row) => row.parentName ?? "",
    },
    {
      key: "valid",
      header: t("screen-catalog:unit.valid"),
      width: "11.5rem",
      cell: (row) => periodText(t, words, row.validFrom, row.validTo),
    },
    {
      key: "flags",
      header: t("domain:field.unit.areaFlags"),
      width: "minmax(9rem, 1.2fr)",
      cell: (row) => {
        const text = flagText(t, row.areaFlags);
        return (
          <span className={classes.fits} title={text}>
            {text}
          </span>
        );
      },
    },
  ];
}

function flagText(t: TFunction, flags: string): string {
  return flags
    .split(" ")
    .filter((flag) => flag !== "")
    .map((flag) => t(`domain:areaFlag.${flag}`, { defaultValue: flag }))
    .join(", ");
}
