/** The column beside a person's form: why each standard stands as it does, and what was changed before. */
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficialRecord } from "../../../shared/contract/schemas/officials";
import { ChangeList } from "../changes/change-list";
import { WhyCards } from "../why/why-cards";
import classes from "./person.module.css";
import type { Standing } from "./use-standing";

export interface PersonAsideProps {
  /** Null for somebody who is not stored yet. */
  readonly record: OfficialRecord | null;
  readonly standing: Standing | null;
  readonly asOf: string;
  readonly onEvidence: (qualificationId: string) => void;
}

export function PersonAside(props: PersonAsideProps) {
  const { t } = useTranslation("screen-person");
  const [tab, setTab] = useState<"why" | "history">("why");
  const { record, standing } = props;
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
      ) : standing === null ? null : (
        <WhyCards {...standing} asOf={props.asOf} onEvidence={props.onEvidence} />
      )}
    </aside>
  );
}
