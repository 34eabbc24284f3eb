/** The column beside a person's form: why each standard stands as it does, and what was changed before. */
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import type { RecordState } from "../../records/use-record-draft";
import { ChangeList } from "../changes/change-list";
import { asRecorded } from "../../../shared/standards/read";
import { useJudge } from "../why/use-judge";
import { WhyCards } from "../why/why-cards";
import classes from "./person.module.css";

export interface PersonAsideProps {
  /** Null for somebody who is not stored yet. */
  readonly record: OfficialRecord | null;
  readonly state: RecordState;
  readonly asOf: string;
  readonly onEvidence: (qualificationId: string) => void;
}

export function PersonAside(props: PersonAsideProps) {
  const { t } = useTranslation("screen-person");
  const [tab, setTab] = useState<"why" | "history">("why");
  const { record } = props;
  return (
    <aside className={classes.aside} aria-label={t("aside.label")}>
      {record === null ? null : (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t("aside.label")}
          value={tab}
          onChange={(value) => setTab(value === "history" ? "history" : "why")}
          data={[
            { value: "why", label: t("aside.why") },
            { value: "history", label: t("aside.history") },
          ]}
        />
      )}
      {record !== null && tab === "history" ? (
        <ChangeList officialId={record.id} compact />
      ) : (
        <Why {...props} />
      )}
    </aside>
  );
}

function Why({ record, state, asOf, onEvidence }: PersonAsideProps) {
  const judge = useJudge(asOf, state.references.unitIds);
  if (record !== null && !state.dirty) {
    return (
      <WhyCards
        findings={record.findings}
        serving={record.serving}
        mainDoubt={record.mainDoubt}
        asOf={asOf}
        onEvidence={onEvidence}
      />
    );
  }
  if (judge === null) return null;
  const { rows } = state.draft;
  const stored = record?.rows.qualification ?? [];
  const qualification = asRecorded(rows.qualification, stored);
  const judged = judge({ ...state.draft, rows: { ...rows, qualification } });
  return <WhyCards {...judged} asOf={asOf} live onEvidence={onEvidence} />;
}
