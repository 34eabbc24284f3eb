/**
 * Plain tables of the catalog, drawn from the registry alone: code lists, scales of pay, base pay. A further entity of this
 * kind is here by being in the registry.
 */
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconFileImport, IconPencil, IconPlus, IconSearch, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { TableRow } from "../../../../shared/contract/schemas/catalog-tables";
import { entityDefinition } from "../../../../shared/domain/entities";
import { codeLists, type TableTab } from "../../../../shared/domain/entities/definition";
import { choiceWord } from "../../../../shared/i18n";
import { formatNumber } from "../../../../shared/text/format";
import { confirm } from "../../../app/feedback/confirm";
import { toastFailed } from "../../../app/feedback/toast";
import { toastSaved } from "../../../app/roster/toast-saved";
import { useReadOnly, useSession } from "../../../app/session/session";
import { call } from "../../../bridge/bridge";
import { useCall, useSend } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { Button } from "../../../components/button";
import { ChoiceField } from "../../../components/choice-field";
import { EmptyState } from "../../../components/empty-state";
import { ErrorNotice } from "../../../components/error-notice";
import { useTranslate } from "../../../components/translate";
import { usePagedRows } from "../../../components/virtual-grid/use-paged-rows";
import { VirtualGrid } from "../../../components/virtual-grid/virtual-grid";
import { useRowReader } from "../../../records/row-words";
import classes from "../catalog.module.css";
import { tableColumns } from "./columns";
import { ListFileDialog, useListFile } from "./list-file-dialog";
import { type EditedTableRow, TableRowDialog } from "./table-row-dialog";
import { keyOf, type TableKind, tablesOf } from "./table-kinds";

const pauseMs = 120;
const gridMinWidth = 720;

export function TablesTab({ tab }: { readonly tab: TableTab }) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const say = useTranslate();
  const kinds = useMemo(() => tablesOf(tab), [tab]);
  const [chosen, setChosen] = useState<string | null>(null);
  const kind = kinds.find((one) => keyOf(one) === chosen) ?? kinds[0];
  if (kind === undefined) return null;
  const nameOf = ({ entity, by, of }: TableKind) =>
    by === null || of === null ? t(`domain:entity.${entity}`) : choiceWord(say, entity, by, of, null);
  return (
    <div className={classes.master}>
      <Table
        key={keyOf(kind)}
        kind={kind}
        name={nameOf(kind)}
        picker={
          <ChoiceField
            id="catalog-table"
            label={t("screen-catalog:lists.pick")}
            value={keyOf(kind)}
            clearable={false}
            options={kinds.map((one) => ({ value: keyOf(one), label: nameOf(one) }))}
            onChange={setChosen}
          />
        }
      />
    </div>
  );
}

interface TableProps {
  readonly kind: TableKind;
  readonly name: string;
  readonly picker: ReactNode;
}

function Table({ kind, name, picker }: TableProps) {
  const { t } = useTranslation(["screen-catalog", "domain"]);
  const { entity, by, of } = kind;
  const session = useSession();
  const readOnly = useReadOnly();
  const { knownOn } = useMoment();
  const read = useRowReader(entity);
  const remove = useSend("tableRowRemove");
  const file = useListFile();
  const [typed, setTyped] = useState("");
  const [query] = useDebouncedValue(typed.normalize("NFC").trim(), pauseMs);
  const [active, setActive] = useState<{ readonly index: number; readonly row: TableRow | null }>(noRow);
  const [edited, setEdited] = useState<EditedTableRow | null>(null);
  const key = [session.path, entity, of, query, knownOn];
  const rows = usePagedRows({
    call: "tableRows",
    key,
    fetchPage: async (offset, limit) => {
      const page = await call("tableRows", { entity, of, query, knownOn, offset, limit });
      // Its rows have no version of their own: a change of the roster asks for all pages again.
      return { ...page, version: 0 };
    },
  });
  // Of the whole table and not of what is found, so that no column goes while somebody types.
  const whole = useCall("tableRows", { entity, of, query: "", knownOn, offset: 0, limit: 1 });
  const filled = whole.data?.filled;
  const columns = useMemo(() => tableColumns(t, read, kind, filled ?? []), [t, read, kind, filled]);
  const current = active.row === null ? null : (rows.getRow(active.index) ?? null);
  const editing = current !== null && !readOnly && current.isOurs;
  const nameOf = (row: TableRow) => titleOf(kind, row);
  const edit = (row: TableRow) =>
    setEdited({ kind, id: row.id, isNew: false, fields: row.fields, title: nameOf(row) });
  const add = () =>
    setEdited({
      kind,
      id: newId(),
      isNew: true,
      fields: by === null || of === null ? {} : { [by]: of },
      title: name,
    });
  const removeRow = async (row: TableRow) => {
    const answer = await confirm({
      title: t("screen-catalog:lists.removeTitle", { name: nameOf(row) }),
      body: t("screen-catalog:lists.removeBody"),
      confirmLabel: t("screen-catalog:lists.removeConfirm"),
      danger: true,
    });
    if (!answer.confirmed) return;
    try {
      const written = await remove.mutateAsync({ entity, id: row.id });
      toastSaved(t("screen-catalog:lists.removed", { name: nameOf(row) }), written, { undo: true });
      setActive(noRow);
    } catch (error) {
      toastFailed(error);
    }
  };
  const list = codeLists.find((one) => entity === "listItem" && one === of);
  return (
    <>
      <div className={classes.masterHead}>
        {picker}
        <TextInput
          type="search"
          className={classes.search ?? ""}
          label={t("screen-catalog:lists.search")}
          placeholder={t("screen-catalog:lists.searchHint")}
          leftSection={<IconSearch size={16} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setActive(noRow);
          }}
        />
        <span role="status" className={classes.muted}>
          {rows.rowCount === null
            ? ""
            : t("screen-catalog:lists.count", { count: rows.rowCount, text: formatNumber(rows.rowCount) })}
        </span>
        <div className={classes.tableActions}>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            disabled={!editing}
            onClick={() => (current === null ? undefined : edit(current))}
          >
            {t("screen-catalog:edit")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTrash size={16} aria-hidden />}
            disabled={!editing}
            onClick={() => (current === null ? undefined : void removeRow(current))}
          >
            {t("screen-catalog:lists.remove")}
          </Button>
          {list === undefined ? null : (
            <Button
              variant="default"
              leftSection={<IconFileImport size={16} aria-hidden />}
              disabled={readOnly}
              onClick={() => void file.choose(list)}
            >
              {t("screen-catalog:lists.import")}
            </Button>
          )}
          <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={readOnly} onClick={add}>
            {t("screen-catalog:lists.add")}
          </Button>
        </div>
      </div>
      <div className={classes.gridBox}>
        {rows.error === null || rows.error === undefined ? (
          <VirtualGrid<TableRow>
            label={name}
            listKey={JSON.stringify(key)}
            rowCount={rows.rowCount ?? 0}
            getRow={rows.getRow}
            rowId={(row) => row.id}
            columns={columns}
            onVisible={rows.onVisible}
            activeIndex={active.index}
            onActiveIndex={(index) => setActive({ index, row: rows.getRow(index) ?? null })}
            onOpen={(row) => {
              if (!readOnly && row.isOurs) edit(row);
            }}
            selectedId={active.row?.id ?? null}
            minWidth={gridMinWidth}
            {...(rows.rowCount === 0
              ? {
                  empty: (
                    <EmptyState
                      title={t(query === "" ? "screen-catalog:lists.none" : "screen-catalog:lists.noneFound")}
                    >
                      {query === "" ? null : t("screen-catalog:lists.noneBody")}
                    </EmptyState>
                  ),
                }
              : {})}
          />
        ) : (
          <ErrorNotice error={rows.error} onRetry={rows.retry} />
        )}
      </div>
      {edited === null ? null : <TableRowDialog row={edited} onClose={() => setEdited(null)} />}
      {file.read === null ? null : <ListFileDialog read={file.read} name={name} onClose={file.close} />}
    </>
  );
}

const noRow = { index: -1, row: null };

function titleOf({ entity }: TableKind, { fields }: TableRow): string {
  const { title } = entityDefinition(entity);
  return title === null ? "" : String(fields[title] ?? "");
}
