/** The list of officials: a grid of any length with search, filters and, on a wide window, the selected person. */
import type { TFunction } from "i18next";
import { useMediaQuery } from "@mantine/hooks";
import { IconFileExport, IconUserPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { filterInForce } from "../../../shared/columns/filter-in-force";
import type { OfficialRow } from "../../../shared/contract/schemas/officials";
import type { ViewColumn } from "../../../shared/contract/schemas/views";
import { useCommand, useRunCommand } from "../../app/commands/commands";
import { inTextField } from "../../app/commands/keys";
import { type ListState, unfiltered } from "../../app/navigation/list-state";
import { type RowActions, useRowCommands } from "../../app/roster/row-commands";
import { useGo, useListState, useOfficialFilter } from "../../app/navigation/navigation";
import { useReadOnly, useSession } from "../../app/session/session";
import { useMoment } from "../../bridge/moment";
import { call } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { ErrorNotice } from "../../components/error-notice";
import { ScreenHeader } from "../../components/screen-header";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { nothingSelected, type Selection } from "../../components/virtual-grid/selection";
import type { ColumnTools } from "../../components/virtual-grid/types";
import { VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { useTranslate } from "../../components/translate";
import { officialColumns } from "./columns";
import { EmptyList } from "./empty-list";
import { FilterBar } from "./filter-bar";
import { keysBeside } from "./edit/editable";
import { useCellWork } from "./edit/use-cell-work";
import { isFiltered } from "./is-filtered";
import { useHeldPlaces } from "./held-places";
import { ListFoot } from "./list-foot";
import { ListSummary } from "./list-summary";
import { usePasteToImport } from "../import/use-paste-to-import";
import { OutsideNotice } from "./outside-notice";
import { PreviewPanel } from "./preview-panel";
import { useListLines } from "./use-list-lines";
import { useRememberedColumn, useRememberedPlace } from "./remembered-place";
import { useTellSelected } from "./tell-selected";
import { sortedBy } from "./view/sorting";
import { ColumnChooser } from "./view/column-chooser";
import { ColumnMenu } from "./view/column-menu";
import { useFilterByCell } from "./view/use-filter-by-cell";
import { useFittedWidths } from "./view/use-fitted-widths";
import { stateOf, useListView, viewOf } from "./view/use-view";
import { ViewMenu } from "./view/view-menu";
import classes from "./officials.module.css";

/** Room for the grid's columns and the panel beside them. */
const wideWindow = "(min-width: 96rem)";

const noColumns: readonly ViewColumn[] = [];

export function OfficialsScreen() {
  const { t } = useTranslation(["screen-officials", "screen-app", "domain", "grid"]);
  const say = useTranslate();
  const go = useGo();
  const session = useSession();
  const run = useRunCommand();
  const readOnly = useReadOnly();
  const { on: asOf } = useMoment();
  const [state, patch] = useListState();
  const { filter, order: asked } = useOfficialFilter();
  const view = useListView(state);
  const wide = useMediaQuery(wideWindow);
  const listKey = JSON.stringify([session.path, filter, asked]);
  const { order, hold } = useHeldPlaces(listKey, asked);
  const [selected, setSelected] = useState({ listKey, selection: nothingSelected });
  // Places of another list are of other people.
  const selection = selected.listKey === listKey ? selected.selection : nothingSelected;
  const setSelection = (wanted: Selection) => setSelected({ listKey, selection: wanted });
  const [activeColumn, setActiveColumn] = useRememberedColumn(listKey);
  /** The line of a group that the keys are on; a person's is told by their place. */
  const [groupLine, setGroupLine] = useState<number | null>(null);
  const [menuColumn, setMenuColumn] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const gridBox = useRef<HTMLDivElement>(null);

  const shown = view.columns;
  const keys = shown?.map((column) => column.key) ?? [];
  const cellKeys = [...keys, ...keysBeside(keys)];
  const rows = usePagedRows({
    call: "officialsPage",
    key: [session.path, filter, asked, cellKeys],
    enabled: shown !== null,
    fetchPage: (offset, limit) => call("officialsPage", { filter, order, columns: cellKeys, offset, limit }),
  });
  const [place, setPlace] = useRememberedPlace(listKey, (id) =>
    call("officialsIndexOf", { filter, order, id }),
  );
  const lines = useListLines(rows, filter, order, unnamedGroup(t, state));
  const at = {
    index: groupLine ?? lines.lineOf(place.index),
    column: Math.max(0, keys.indexOf(activeColumn ?? "")),
  };
  const listState = `${listKey} ${keys.join(" ")} ${rows.version}`;
  const work = useCellWork({
    filter,
    order,
    keys,
    cellKeys,
    onShow: (key) => view.actions.show(key, true),
    selection,
    total: rows.rowCount ?? 0,
    lines,
    listState,
    box: gridBox,
    readOnly,
    at,
    hold,
  });
  const { widthOf, isTight } = useFittedWidths(
    gridBox,
    shown ?? noColumns,
    rows.getRow(0),
    rows.rowCount ?? 0,
  );
  const columns = useMemo(
    () => officialColumns(t, say, shown ?? [], { widthOf, isTight }),
    [t, say, shown, widthOf, isTight],
  );

  const focusGrid = () => {
    const grid = gridBox.current?.querySelector<HTMLElement>("[role=grid]");
    grid?.focus();
  };
  const focusSearch = () => {
    search.current?.focus();
    search.current?.select();
  };
  useCommand("find", focusSearch);
  useCommand("editMany", () => work.editMany?.(), work.editMany !== null);
  usePasteToImport(work.paste);
  useTellSelected({ filter, order }, lines.placesOf(selection.ranges));
  useFocusOnReturn(place.index >= 0, focusGrid);

  const open = (id: string) => {
    setPlace({ index: place.index, id });
    void go.toPerson(id);
  };
  const byCell = useFilterByCell({ state, filter, keys, onPatch: patch });
  const actions: RowActions<OfficialRow> = {
    openRow: ({ row }) => open(row.id),
    rowChanges: ({ row }) => void go.toChanges(row.id),
    filterByCell: ({ row, column, columnKey }) => byCell(columnKey, row.cells[column]?.text ?? ""),
    ...work.actions,
  };
  // Who holds no post has none to end.
  const isMeant = (id: string, { postName }: OfficialRow) => id !== "endAssignment" || postName !== null;
  const rowTools = useRowCommands<OfficialRow>("officialRow", actions, isMeant);
  const sortBy = (columnKey: string, further: boolean) => {
    patch({ sorts: sortedBy(state.sorts, columnKey, further) }, { replace: true });
  };
  const slashFindsSearch = (event: KeyboardEvent) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || inTextField(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    focusSearch();
  };

  const empty = (
    <EmptyList
      filtered={isFiltered(state)}
      isNew={session.officialCount === 0}
      onClear={() => patch(unfiltered(state))}
      onAdd={readOnly ? null : () => void go.toNewPerson()}
      onImport={() => void go.toImport()}
    />
  );
  const columnTools: ColumnTools = {
    opened: menuColumn,
    onOpen: setMenuColumn,
    menuLabel: (header) => t("grid:menu.open", { column: header }),
    filtered: new Set(state.where.flatMap((one) => (filterInForce(one) === null ? [] : [one.key]))),
    onResize: view.actions.resize,
    onMove: (key, where) => view.actions.move(key, keys.indexOf(where)),
    menu: (key) => (
      <ColumnMenu
        columnKey={key}
        columns={shown ?? []}
        widthOf={widthOf}
        state={state}
        filter={filter}
        actions={view.actions}
        onPatch={(change) => patch(change, { replace: true })}
        onClose={() => setMenuColumn(null)}
        onChoose={() => {
          setMenuColumn(null);
          setChoosing(true);
        }}
      />
    ),
  };
  const selectedId = place.id ?? rowIdAt(rows, place.index);
  return (
    <div className={classes.screen} onKeyDownCapture={slashFindsSearch}>
      <ScreenHeader
        title={t("screen-officials:title")}
        actions={
          <>
            {shown === null ? null : (
              <ViewMenu
                named={view.named}
                view={viewOf(shown, state)}
                chosen={state.view}
                readOnly={readOnly}
                onView={(key, wanted) => {
                  view.actions.set(wanted.columns);
                  patch({ ...stateOf(wanted), view: key });
                }}
                onSaved={(id) => patch({ view: id }, { replace: true })}
                onGroup={(group) => patch({ group }, { replace: true })}
                onChoose={() => setChoosing(true)}
              />
            )}
            <Button
              variant="default"
              leftSection={<IconFileExport size={16} aria-hidden />}
              aria-keyshortcuts="Control+Shift+P"
              onClick={() => run("report")}
            >
              {t("screen-officials:export")}
            </Button>
            <Button
              leftSection={<IconUserPlus size={16} aria-hidden />}
              disabled={readOnly}
              aria-keyshortcuts="Control+N"
              onClick={() => void go.toNewPerson()}
            >
              {t("screen-officials:add")}
            </Button>
          </>
        }
      />
      <FilterBar state={state} onChange={patch} asOf={asOf} searchRef={search} onLeaveSearch={focusGrid} />
      <ListSummary
        state={state}
        filter={filter}
        count={rows.rowCount}
        onComplement={(complement) => patch({ complement })}
        onScope={(serving) => patch({ serving })}
      />
      <OutsideNotice filter={filter} onShowAll={() => patch({ serving: "left" })} />
      <div className={classes.body}>
        <div className={classes.gridBox} ref={gridBox}>
          {rows.error === null || rows.error === undefined ? (
            <VirtualGrid
              label={t("screen-officials:title")}
              listKey={listKey}
              rowCount={lines.count}
              getRow={lines.getRow}
              rowId={(row) => row.id}
              columns={columns}
              sort={state.sorts.map(({ key, descending }) => ({ column: key, descending }))}
              onSort={sortBy}
              onVisible={lines.onVisible}
              activeIndex={at.index}
              onActiveIndex={(line) => {
                const index = lines.placeOf(line);
                setGroupLine(index < 0 ? line : null);
                if (index >= 0) setPlace({ index, id: rows.getRow(index)?.id ?? null });
              }}
              {...(lines.groupAt === null ? {} : { groupAt: lines.groupAt, onGroup: lines.fold })}
              onOpen={(row) => open(row.id)}
              rowTools={rowTools}
              columnTools={columnTools}
              copied={work.copied}
              onEscape={work.forgetCopied}
              steps={work.steps}
              description={t("grid:keys")}
              selection={selection}
              onSelect={setSelection}
              startColumn={activeColumn}
              onActiveColumn={setActiveColumn}
              onType={(typed, cell) => (cell === null ? search.current?.focus() : work.typeOver(typed, cell))}
              selectedId={selectedId}
              minWidth={columns.reduce((sum, column) => sum + Number.parseFloat(column.width), 0)}
              {...(rows.rowCount === 0 ? { empty } : {})}
            />
          ) : (
            <ErrorNotice error={rows.error} onRetry={rows.retry} />
          )}
          <ListFoot
            filter={filter}
            order={order}
            ranges={lines.placesOf(selection.ranges)}
            columnKey={activeColumn}
            onEditMany={rows.rowCount === 0 ? null : work.editMany}
          />
        </div>
        {wide && selectedId !== null ? <PreviewPanel officialId={selectedId} onOpen={open} /> : null}
      </div>
      {work.open}
      {choosing && shown !== null ? (
        <ColumnChooser columns={shown} actions={view.actions} onClose={() => setChoosing(false)} />
      ) : null}
    </div>
  );
}

/** What the group is called whose people have no unit or post on the day. */
function unnamedGroup(t: TFunction, { serving }: ListState): string {
  const isUnposted = serving === "current" || serving === "unposted";
  return t(isUnposted ? "screen-officials:serving.unposted" : "grid:filter.blank");
}

/** Coming back to a list goes on where the keys left it, unless the reader has put the focus elsewhere. */
function useFocusOnReturn(returning: boolean, focusGrid: () => void): void {
  const focusIfFree = useEffectEvent(() => {
    const held = document.activeElement;
    if (returning && (held === null || held === document.body || held.id === "main")) focusGrid();
  });
  useEffect(() => {
    // After the frame has given the focus to the new screen as a whole.
    const timer = setTimeout(() => focusIfFree(), 0);
    return () => clearTimeout(timer);
  }, []);
}

function rowIdAt(
  rows: { readonly getRow: (index: number) => { readonly id: string } | undefined },
  index: number,
) {
  return index < 0 ? null : (rows.getRow(index)?.id ?? null);
}
