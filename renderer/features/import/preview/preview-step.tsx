/** What would be written, before anything is: counts that sum, then each list by itself. */
import { Loader, Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  importLists,
  type ImportPlanData,
  type ImportState,
} from "../../../../shared/contract/schemas/imports";
import { formatNumber } from "../../../../shared/text/format";
import { StepHeading } from "../parts/step-heading";
import type { Flow, ImportActions } from "../use-import";
import classes from "../import.module.css";
import { DuplicateAnswers } from "./duplicate-answers";
import { KeptColumns } from "./kept-columns";
import { PeopleList } from "./people-list";
import { ProblemsList } from "./problems-list";

export interface PreviewStepProps {
  readonly flow: Flow & ImportActions;
  readonly state: ImportState;
  readonly plan: ImportPlanData;
}

/** The lists, in the order in which they matter to whoever decides. */
const lists = [...importLists, "problems", "kept"] as const;
type List = (typeof lists)[number];

function countOf(list: List, plan: ImportPlanData): number {
  if (list === "problems") return plan.problems;
  if (list === "kept") return plan.kept;
  return list === "duplicate" ? plan.duplicates : plan[list];
}

export function PreviewStep({ flow, state, plan }: PreviewStepProps) {
  const { t } = useTranslation("screen-import");
  const answers = plan.duplicateAnswers;
  const filled = lists.filter(
    (list) => countOf(list, plan) > 0 || (list === "duplicate" && (answers.one > 0 || answers.all !== null)),
  );
  // Whoever answers the last doubt stays where they are, and can take it back there.
  const [chosen, setChosen] = useState<List | null>(plan.duplicates > 0 ? "duplicate" : null);
  const list = chosen !== null && filled.includes(chosen) ? chosen : (filled[0] ?? "unchanged");
  return (
    <div className={classes.fill}>
      <div className={classes.lead}>
        <div className={classes.row}>
          <StepHeading>{t("preview.title")}</StepHeading>
          {flow.work === "planning" ? <Loader size="xs" aria-label={t("work.planning.text")} /> : null}
        </div>
        <Sums plan={plan} />
      </div>
      <Tabs
        className={classes.tabs ?? ""}
        value={list}
        keepMounted={false}
        onChange={(value) => setChosen(lists.find((one) => one === value) ?? null)}
      >
        <Tabs.List className={classes.tabList ?? ""}>
          {filled.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              rightSection={<span className={classes.count}>{formatNumber(countOf(one, plan))}</span>}
            >
              {t(`preview.list.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {filled.map((one) => (
          <Tabs.Panel key={one} value={one} className={classes.panel ?? ""}>
            {one === "problems" ? (
              <ProblemsList session={state.session} run={flow.run} />
            ) : one === "kept" ? (
              <KeptColumns state={state} onColumns={() => void flow.go("columns")} />
            ) : (
              <>
                {one === "duplicate" ? <DuplicateAnswers plan={plan} onAnswer={flow.answerAll} /> : null}
                <PeopleList session={state.session} run={flow.run} outcome={one} onAnswer={flow.answer} />
              </>
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}

/** Every cell that holds something is in exactly one of these. */
function Sums({ plan }: { readonly plan: ImportPlanData }) {
  const { t } = useTranslation("screen-import");
  const { cells, people, added, changed, duplicates, missing } = plan;
  const all = cells.stored + cells.unchanged + cells.kept + cells.listed;
  return (
    <div role="status">
      <p className={classes.strong}>
        {t("preview.people", {
          people: formatNumber(people),
          added: formatNumber(added),
          changed: formatNumber(changed),
        })}
        {duplicates === 0 ? "" : ` ${t("preview.duplicates", { text: formatNumber(duplicates) })}`}
      </p>
      <p className={classes.muted}>
        {t("preview.cells", {
          all: formatNumber(all),
          stored: formatNumber(cells.stored),
          unchanged: formatNumber(cells.unchanged),
          kept: formatNumber(cells.kept),
          listed: formatNumber(cells.listed),
        })}
      </p>
      {missing === null || missing.count === 0 ? null : (
        <details className={classes.muted}>
          <summary>{t("preview.missing", { text: formatNumber(missing.count) })}</summary>
          {missing.people.map(({ name }) => name).join(" · ")}
          {missing.count > missing.people.length ? " …" : ""}
        </details>
      )}
    </div>
  );
}
