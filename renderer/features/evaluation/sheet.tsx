/** The lines of a period with what is entered in them, and the one button that writes it. */
import { Group } from "@mantine/core";
import { IconDeviceFloppy, IconUsers } from "@tabler/icons-react";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { lastDayOf } from "../../../shared/career/evaluation-sheet";
import {
  evaluationLimits,
  type EvaluationLine,
  type EvaluationSheet,
} from "../../../shared/contract/schemas/evaluations";
import type { CallResult } from "../../../shared/contract/contract";
import { formatNumber } from "../../../shared/text/format";
import { useCommand } from "../../app/commands/commands";
import { toastFailed, toastNotice } from "../../app/feedback/toast";
import { useGo } from "../../app/navigation/navigation";
import { ListingButtons } from "../../app/roster/listing-buttons";
import { useRefuse } from "../../app/roster/refusal";
import { toastSaved } from "../../app/roster/toast-saved";
import { useUnsavedGuard } from "../../app/unsaved/guard";
import { call } from "../../bridge/bridge";
import { Button } from "../../components/button";
import { EmptyState } from "../../components/empty-state";
import { ErrorNotice } from "../../components/error-notice";
import { usePagedRows } from "../../components/virtual-grid/use-paged-rows";
import { VirtualGrid } from "../../components/virtual-grid/virtual-grid";
import { usePasteToImport } from "../import/use-paste-to-import";
import { CapsPanel } from "./caps-panel";
import { columnsOf } from "./columns";
import { countsOf, type EnteredLines, nothingEntered } from "./entered";
import { RefusedLines } from "./refused-lines";
import { useSheetWork } from "./use-sheet-work";
import classes from "./evaluation.module.css";

/** CSS pixels. */
const minWidth = 952;

type Refused = CallResult<"evaluationSave">["refused"];

export function Sheet({ asked }: { readonly asked: EvaluationSheet }) {
  const { t } = useTranslation(["screen-evaluation", "domain"]);
  const go = useGo();
  const refuse = useRefuse();
  const [entered, setEntered] = useState<EnteredLines>(nothingEntered);
  const [refused, setRefused] = useState<Refused>([]);
  const [isSaving, setSaving] = useState(false);
  const [active, setActive] = useState(-1);
  const [columnKey, setColumnKey] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { year, period } = asked;
  const lastDay = lastDayOf(year, period);
  const rows = usePagedRows<EvaluationLine>({
    call: "evaluationPage",
    key: [asked],
    fetchPage: (offset, limit) => call("evaluationPage", { ...asked, offset, limit }),
  });
  const columns = useMemo(() => columnsOf({ t, year, lastDay, entered }), [t, year, lastDay, entered]);
  const counts = countsOf(entered);
  const { moment, unitId } = asked;
  const shown = { moment, unitId, question: { of: "evaluations" as const, year, period } };
  const work = useSheetWork({
    asked,
    lastDay,
    entered,
    onEntered: setEntered,
    box,
    at: { index: active, columnKey },
  });
  usePasteToImport(work.onPaste);

  /** @returns whether all of it was written */
  const save = async (): Promise<boolean> => {
    if (refuse !== null) {
      refuse();
      return false;
    }
    if (entered.size > evaluationLimits.lines) {
      toastNotice(t("paste.tooMany", { text: formatNumber(evaluationLimits.lines) }), { key: "paste" });
      return false;
    }
    if (entered.size === 0 || isSaving) return entered.size === 0;
    setSaving(true);
    try {
      const lines = [...entered].map(([id, { values }]) => ({ id, ...values }));
      const saved = await call("evaluationSave", { year, period, entered: lines });
      const left = new Set(saved.refused.map(({ id }) => id));
      setRefused(saved.refused);
      setEntered(new Map([...entered].filter(([id]) => left.has(id))));
      const told = { added: formatNumber(saved.added), changed: formatNumber(saved.changed) };
      if (saved.changeId !== null) toastSaved(t("saved", told), saved, { undo: true });
      return saved.refusedCount === 0;
    } catch (error) {
      toastFailed(error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  useUnsavedGuard({ dirty: entered.size > 0, save });
  useCommand("save", () => void save());
  const drop = () => {
    setEntered(nothingEntered);
    setRefused([]);
  };
  if (rows.error !== null && rows.error !== undefined)
    return <ErrorNotice error={rows.error} onRetry={rows.retry} />;
  if (rows.rowCount === 0)
    return (
      <EmptyState icon={<IconUsers size={36} stroke={1.5} aria-hidden />} title={t("none.title")}>
        {t("none.text")}
      </EmptyState>
    );
  return (
    <div className={classes.split}>
      <section className={classes.master} aria-label={t("grid")}>
        <Group justify="space-between" wrap="nowrap" gap="sm" className={classes.head}>
          <p className={classes.hint}>{t("hint")}</p>
          <Group gap="xs" wrap="nowrap" className={classes.buttons}>
            {/* What is not saved yet stands on no paper. */}
            <ListingButtons listing={entered.size > 0 ? null : shown} />
            {entered.size === 0 ? null : (
              <Button variant="subtle" onClick={drop}>
                {t("drop")}
              </Button>
            )}
            <Button
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              aria-keyshortcuts="Control+S"
              loading={isSaving}
              disabled={entered.size === 0}
              onClick={() => void save()}
            >
              {entered.size === 0
                ? t("save.none")
                : t("save.some", {
                    added: formatNumber(counts.added),
                    changed: formatNumber(counts.changed),
                  })}
            </Button>
          </Group>
        </Group>
        <RefusedLines refused={refused} />
        <div className={classes.gridBox} ref={box} aria-busy={rows.isLoading}>
          <VirtualGrid<EvaluationLine>
            label={t("grid")}
            listKey={JSON.stringify(asked)}
            rowCount={rows.rowCount ?? 0}
            getRow={rows.getRow}
            rowId={({ id }) => id}
            columns={columns}
            onVisible={rows.onVisible}
            activeIndex={active}
            onActiveIndex={setActive}
            startColumn="generalPoints"
            onActiveColumn={setColumnKey}
            steps={work.steps}
            rowTools={work.rowTools}
            onType={work.onType}
            description={t("keys")}
            onOpen={(line, index, key) => {
              if (!work.onOpen(line, index, key)) void go.toPerson(line.id);
            }}
            minWidth={minWidth}
          />
        </div>
      </section>
      <CapsPanel asked={asked} entered={entered} />
      {work.open}
    </div>
  );
}
