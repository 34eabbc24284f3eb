/** Which standards are shown and counted in this roster, and the way to choose them. */
import { Radio } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallResult } from "../../../../shared/contract/contract";
import type { FieldValue } from "../../../../shared/domain/entities";
import type { Standard } from "../../../../shared/domain/values";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { useReadOnly } from "../../../app/session/session";
import { useCall } from "../../../bridge/hooks";
import { useMoment } from "../../../bridge/moment";
import { Button } from "../../../components/button";
import { FormSection } from "../../../components/form-section";
import { useWords } from "../../../components/words";
import { RegistryField } from "../../../records/field/registry-field";
import { DraftDialog } from "./draft-dialog";
import classes from "./rules.module.css";

type Choice = CallResult<"standardChoice">;

export function CountedSection() {
  const { t } = useTranslation("screen-rules");
  const words = useWords();
  const readOnly = useReadOnly();
  const { knownOn } = useMoment();
  const { data } = useCall("standardChoice", { knownOn });
  const [isOpen, setOpen] = useState(false);
  if (data === undefined) return null;
  const names = (standards: readonly Standard[]) =>
    standards.length === 0 ? t("counted.none") : standards.map(words.standard).join(", ");
  const bare = data.counted.filter((standard) => data.withoutRules.includes(standard));
  return (
    <FormSection
      title={t("counted.title")}
      description={
        <>
          {t(data.chosen === null ? "counted.byRules" : "counted.chosen", { names: names(data.counted) })}
          {bare.length === 0 ? null : (
            <span className={classes.bare}>{t("counted.withoutRules", { names: names(bare) })}</span>
          )}
        </>
      }
      actions={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconListCheck size={15} aria-hidden />}
          disabled={readOnly}
          onClick={() => setOpen(true)}
        >
          {t("counted.change")}
        </Button>
      }
    >
      {isOpen ? <CountedDialog choice={data} onClose={() => setOpen(false)} /> : null}
    </FormSection>
  );
}

function CountedDialog({ choice, onClose }: { readonly choice: Choice; readonly onClose: () => void }) {
  const { t } = useTranslation("screen-rules");
  const stored = choice.chosen === null ? null : joined(choice.chosen);
  const [isOwn, setOwn] = useState(stored !== null);
  // Whoever begins to choose begins with what counts already: a first tick must not drop the others.
  const [ticked, setTicked] = useState<FieldValue>(stored ?? joined(choice.counted));
  const standards = isOwn ? ticked : null;
  const edits = useMemo(
    (): RuleEdit[] =>
      standards === stored
        ? []
        : [{ entity: "standardChoice", id: choice.id, isNew: false, fields: { standards } }],
    [choice.id, standards, stored],
  );
  return (
    <DraftDialog
      title={t("counted.dialog")}
      hint={t("counted.hint")}
      edits={edits}
      hasErrors={false}
      onAttempt={() => undefined}
      saved={t("counted.saved")}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={t("counted.dialog")}
        value={isOwn ? "own" : "rules"}
        onChange={(way) => setOwn(way === "own")}
      >
        <div className={classes.ways}>
          <Radio value="rules" label={t("counted.way.rules")} />
          <Radio value="own" label={t("counted.way.own")} />
        </div>
      </Radio.Group>
      {isOwn ? (
        <RegistryField
          entity="standardChoice"
          field="standards"
          id="rules-counted"
          value={ticked}
          onChange={setTicked}
        />
      ) : null}
    </DraftDialog>
  );
}

/** As the field keeps them. */
function joined(standards: readonly Standard[]): string | null {
  return standards.length === 0 ? null : [...standards].sort().join(" ");
}
