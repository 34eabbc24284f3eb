/**
 * Steps of pay by session: who is due with what comes next and why it comes when it does, who is not known, whose pay does
 * not fit together; from there the papers of the session, and "đã nâng". Everything shown is in the address.
 */
import { SegmentedControl } from "@mantine/core";
import { IconArrowUp, IconFileText, IconMapPin } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { salaryLists } from "../../../shared/contract/schemas/salary";
import { formatNumber } from "../../../shared/text/format";
import { toastFailed } from "../../app/feedback/toast";
import { ListingButtons } from "../../app/roster/listing-buttons";
import { useReadOnly } from "../../app/session/session";
import { useCall } from "../../bridge/hooks";
import { useMoment } from "../../bridge/moment";
import { Button } from "../../components/button";
import { ErrorNotice } from "../../components/error-notice";
import { ScreenHeader } from "../../components/screen-header";
import { UnitPicker } from "../../components/unit-picker";
import { nothingSelected, type Selection } from "../../components/virtual-grid/selection";
import { askChosen, type Chosen } from "./chosen";
import { PapersDialog } from "./papers-dialog";
import { RaiseDialog } from "./raise-dialog";
import { SalaryList } from "./salary-list";
import { useSalaryState } from "./salary-state";
import classes from "./salary.module.css";
import { SessionPicker } from "./session-picker";

/** Lines of a page that no list is longer than: units stand in lines of their own. */
const everyLine = 1_000_000_000;

export function SalaryScreen() {
  const { t } = useTranslation(["screen-salary", "due"]);
  const { on, moment } = useMoment();
  const readOnly = useReadOnly();
  const [state, change] = useSalaryState();
  const { from, to, unitId, list } = state;
  const session = { moment, from, to, unitId };
  const asked = { ...session, list };
  const counts = useCall("salaryCounts", session, { keepPrevious: true });
  const [selection, setSelection] = useState<{ readonly of: string; readonly lines: Selection } | null>(null);
  const [open, setOpen] = useState<{ readonly what: "papers" | "raise"; readonly chosen: Chosen } | null>(
    null,
  );
  const listKey = JSON.stringify(asked);
  // What was chosen in another list means other people here.
  const lines = selection?.of === listKey ? selection.lines : nothingSelected;
  const isDated = list === "due" || list === "overdue";
  const isEmpty = (counts.data?.lists[list] ?? 0) === 0;
  const start = async (what: "papers" | "raise") => {
    try {
      const chosen = await askChosen(asked, lines, everyLine);
      if (chosen.ids.length > 0) setOpen({ what, chosen });
    } catch (error) {
      toastFailed(error);
    }
  };
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t("title")}
        actions={
          <>
            <UnitPicker
              aria-label={t("unit")}
              placeholder={t("allUnits")}
              value={unitId}
              on={on}
              level="all"
              clearable
              width="13rem"
              leftSection={<IconMapPin size={16} aria-hidden />}
              onChange={(id) => change({ unitId: id })}
            />
            <ListingButtons
              listing={{
                moment,
                unitId,
                question: isDated
                  ? { of: "salary", from, to, overdue: list === "overdue" }
                  : { of: "salary-unknown", mismatch: list === "mismatch" },
              }}
            />
            <Button
              variant="default"
              disabled={!isDated || isEmpty}
              leftSection={<IconFileText size={16} aria-hidden />}
              onClick={() => void start("papers")}
            >
              {t("papers.open")}
            </Button>
            <Button
              disabled={!isDated || isEmpty || readOnly}
              leftSection={<IconArrowUp size={16} aria-hidden />}
              onClick={() => void start("raise")}
            >
              {t("raise.open")}
            </Button>
          </>
        }
      />
      <SessionPicker state={state} onChange={change} />
      <div className={classes.master}>
        <div className={classes.masterHead}>
          <SegmentedControl
            aria-label={t("lists")}
            value={list}
            onChange={(value) => change({ list: salaryLists.find((one) => one === value) ?? list })}
            data={salaryLists.map((one) => ({
              value: one,
              label: t(`list.${one}`, { text: formatNumber(counts.data?.lists[one] ?? 0) }),
            }))}
          />
          <span className={classes.muted}>{t(`hint.${list}`)}</span>
        </div>
        {counts.isError ? (
          <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} />
        ) : (
          <SalaryList
            asked={asked}
            selection={isDated ? lines : null}
            onSelect={(chosen) => setSelection({ of: listKey, lines: chosen })}
          />
        )}
      </div>
      {open?.what === "papers" ? (
        <PapersDialog session={session} people={open.chosen.ids} onClose={() => setOpen(null)} />
      ) : null}
      {open?.what === "raise" ? (
        <RaiseDialog
          session={session}
          chosen={open.chosen}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            setSelection(null);
          }}
        />
      ) : null}
    </div>
  );
}
