/**
 * Many people of the list into a class at once: filtered, chosen by lines, and looked at before anything is written. The
 * list stays in the main process; what is sent are the filter and the places of the lines.
 */
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { type FormEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallArgs } from "../../../shared/contract/contract";
import type { OfficialRow } from "../../../shared/contract/schemas/officials";
import type { EnrolPreview } from "../../../shared/contract/schemas/classes";
import { type Standard, standards } from "../../../shared/domain/values";
import { formatNumber } from "../../../shared/text/format";
import { toastFailed } from "../../app/feedback/toast";
import { toastSaved } from "../../app/roster/toast-saved";
import { call } from "../../bridge/bridge";
import { useCall, useSend } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ChoiceField } from "../../components/choice-field";
import { Dialog } from "../../components/dialog";
import { DialogFoot } from "../../components/dialog-foot";
import { EmptyState } from "../../components/empty-state";
import { UnitPicker } from "../../components/unit-picker";
import { everything, nothingSelected, type Selection } from "../../components/virtual-grid/selection";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { type GridColumn, VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { issueText } from "../../records/issue-words";
import classes from "./classes.module.css";

interface PickDialogProps {
  readonly classId: string;
  readonly name: string;
  readonly onClose: () => void;
}

const pauseMs = 150;
/** CSS pixels. */
const minWidth = 600;

export function PickDialog({ classId, name, onClose }: PickDialogProps) {
  const { t } = useTranslation(["screen-classes", "domain"]);
  const { on, moment } = useMoment();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.normalize("NFC").trim(), pauseMs);
  const [unitId, setUnit] = useState<string | null>(null);
  const [lacking, setLacking] = useState<Standard | null>(null);
  const [active, setActive] = useState(-1);
  const [chosen, setChosen] = useState<Selection>(nothingSelected);
  const [ranges] = useDebouncedValue(chosen.ranges, pauseMs);
  const filter: CallArgs<"enrolPreview">["filter"] = {
    moment,
    search,
    unitId,
    ...(lacking === null ? {} : { standard: lacking, statuses: ["notMet", "grace"] }),
  };
  const key = JSON.stringify(filter);
  const rows = usePagedRows<OfficialRow>({
    call: "officialsPage",
    key: ["pick", filter],
    fetchPage: (offset, limit) => call("officialsPage", { filter, order: {}, offset, limit }),
  });
  const picked = {
    classId,
    filter,
    order: {},
    ranges: ranges.map(([from, to]): [number, number] => [from, to]),
  };
  const preview = useCall("enrolPreview", picked, { enabled: ranges.length > 0, keepPrevious: true });
  const saving = useSend("enrolSave");
  const columns = useMemo(() => columnsOf(t), [t]);
  const total = rows.rowCount ?? 0;
  /** Lines of another list are other people. */
  const ask = (change: () => void) => {
    setChosen(nothingSelected);
    change();
  };
  const isAsked = ranges === chosen.ranges && ranges.length > 0 && !preview.isFetching;
  const enrolled = isAsked ? (preview.data?.enrolled ?? 0) : 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (enrolled === 0) return;
    try {
      const written = await saving.mutateAsync(picked);
      const text = formatNumber(written.preview.enrolled);
      toastSaved(t("screen-classes:pick.saved", { text }), written, { undo: true });
      onClose();
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <Dialog
      title={t("screen-classes:pick.title", { name })}
      size="64rem"
      busy={saving.isPending}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className={classes.pick}>
        <div className={classes.pickFilters}>
          <TextInput
            className={classes.search ?? ""}
            aria-label={t("screen-classes:pick.search")}
            placeholder={t("screen-classes:pick.search")}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={typed}
            onChange={(event) => {
              const { value } = event.currentTarget;
              ask(() => setTyped(value));
            }}
          />
          <UnitPicker
            aria-label={t("screen-classes:pick.unit")}
            placeholder={t("screen-classes:pick.allUnits")}
            value={unitId}
            on={on}
            level="all"
            clearable
            width="14rem"
            onChange={(id) => ask(() => setUnit(id))}
          />
          <ChoiceField
            aria-label={t("screen-classes:pick.status")}
            placeholder={t("screen-classes:pick.anyStatus")}
            value={lacking}
            clearable
            width="16rem"
            options={standards.map((standard) => ({
              value: standard,
              label: t("screen-classes:pick.lacking", { standard: t(`domain:standard.${standard}`) }),
            }))}
            onChange={(value) => ask(() => setLacking(standards.find((one) => one === value) ?? null))}
          />
          <Button
            variant="default"
            disabled={total === 0}
            onClick={() => setChosen(chosen.ranges.length > 0 ? nothingSelected : everything(total))}
          >
            {chosen.ranges.length > 0
              ? t("screen-classes:pick.clear")
              : t("screen-classes:pick.all", { text: formatNumber(total) })}
          </Button>
        </div>
        <div className={classes.pickGrid} aria-busy={rows.isLoading}>
          <VirtualGrid<OfficialRow>
            label={t("screen-classes:pick.list")}
            description={t("screen-classes:pick.hint")}
            listKey={key}
            rowCount={total}
            getRow={rows.getRow}
            rowId={({ id }) => id}
            columns={columns}
            onVisible={rows.onVisible}
            activeIndex={active}
            onActiveIndex={setActive}
            selection={chosen}
            onSelect={setChosen}
            minWidth={minWidth}
            {...(rows.rowCount === 0
              ? { empty: <EmptyState title={t("screen-classes:pick.nobodyFound")} /> }
              : {})}
          />
        </div>
        <p className={classes.keys}>{t("screen-classes:pick.hint")}</p>
        <Tally preview={ranges.length > 0 ? (preview.data ?? null) : null} />
        <DialogFoot>
          <Button variant="default" onClick={onClose}>
            {t("screen-classes:pick.cancel")}
          </Button>
          <Button type="submit" disabled={enrolled === 0} loading={saving.isPending}>
            {t("screen-classes:pick.save", { text: formatNumber(enrolled) })}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

/** What would be written, and of whom not and why. */
function Tally({ preview }: { readonly preview: EnrolPreview | null }) {
  const { t } = useTranslation(["screen-classes", "issues", "domain"]);
  if (preview === null) return <p className={classes.muted}>{t("screen-classes:pick.nobody")}</p>;
  const { picked, enrolled, already, refused, left, rows } = preview;
  const tally = { picked, enrolled, already, refused };
  const texts = Object.fromEntries(Object.entries(tally).map(([key, count]) => [key, formatNumber(count)]));
  return (
    <div className={classes.tally}>
      <p role="status">
        {t("screen-classes:pick.tally", texts)}{" "}
        {left === null ? "" : t("screen-classes:pick.left", { text: formatNumber(left) })}
      </p>
      {rows.length === 0 ? null : (
        <ul aria-label={t("screen-classes:pick.refused")}>
          {rows.map(({ id, name, issues }) => (
            <li key={id}>
              <strong>{name}</strong>: {issues.map((issue) => issueText(t, issue)).join(" ")}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Words = TFunction<["screen-classes", "domain"]>;

function columnsOf(t: Words): GridColumn<OfficialRow>[] {
  const column = (
    key: string,
    header: string,
    width: string,
    text: (row: OfficialRow) => string,
  ): GridColumn<OfficialRow> => ({
    key,
    header,
    width,
    ...(key === "name" ? { rowHeader: true } : {}),
    cell: (row) => (
      <span className={classes.fits} title={text(row)}>
        {text(row)}
      </span>
    ),
  });
  return [
    column("name", t("screen-classes:learners.name"), "minmax(10rem, 1.2fr)", ({ fullName }) => fullName),
    column("unit", t("screen-classes:pick.unit"), "minmax(8rem, 1fr)", ({ unitName }) => unitName ?? ""),
    column("post", t("screen-classes:pick.post"), "minmax(8rem, 1fr)", ({ postName }) => postName ?? ""),
  ];
}
