/** What a text means: a unit, a post, an answer of a list, or the right text; or that it stays as it is written. */
import { TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { columnOfKey, refersTo } from "../../../../shared/columns/column";
import type { ImportQuestion } from "../../../../shared/contract/schemas/imports";
import type { EntityName } from "../../../../shared/domain/entities";
import type { RowFields } from "../../../../shared/domain/validate/fields";
import { keepAsText } from "../../../../shared/import/questions";
import { askedOfNewRow, isNewRowAnswer, newRowName, newRowOf } from "../../../../shared/import/new-rows";
import { isEachAnswer } from "../../../../shared/import/several-posts";
import { useMoment } from "../../../bridge/moment";
import { Button } from "../../../components/button";
import { type Choice, ChoiceField } from "../../../components/choice-field";
import { PostPicker } from "../../../components/post-picker";
import { UnitPicker } from "../../../components/unit-picker";
import classes from "../import.module.css";
import { NewRowDialog } from "./new-row-dialog";

export interface MeaningFieldProps {
  readonly question: Pick<ImportQuestion, "kind" | "column" | "text" | "choices" | "answer"> &
    Partial<Pick<ImportQuestion, "samples" | "added">>;
  readonly onAnswer: (answer: string | null) => void;
}

export function MeaningField({ question, onAnswer }: MeaningFieldProps) {
  const { t } = useTranslation("screen-import");
  const stays = question.answer === keepAsText;
  // A unit must be somebody's; a text that is kept already is not kept once more.
  const canStay = question.kind === "word" || question.kind === "number";
  const together = question.choices.filter(({ value }) => isEachAnswer(value));
  const alone = question.choices.filter(({ value }) => !isEachAnswer(value));
  return (
    <div className={classes.meaning}>
      {together.map(({ value, label }) => {
        const chosen = question.answer === value;
        return (
          <Button
            key={value}
            variant={chosen ? "filled" : "default"}
            aria-pressed={chosen}
            onClick={() => onAnswer(chosen ? null : value)}
          >
            {label}
          </Button>
        );
      })}
      <Meaning question={{ ...question, choices: alone }} onAnswer={onAnswer} />
      <NewRow question={question} onAnswer={onAnswer} />
      {canStay ? (
        <Button
          variant={stays ? "filled" : "default"}
          aria-pressed={stays}
          onClick={() => onAnswer(stays ? null : keepAsText)}
        >
          {t("questions.keep")}
        </Button>
      ) : null}
    </div>
  );
}

function Meaning({ question, onAnswer }: MeaningFieldProps) {
  const { t } = useTranslation("screen-import");
  const { on } = useMoment();
  const { kind, choices, text } = question;
  const column = question.column === null ? null : columnOfKey(question.column);
  const target = column === null ? null : refersTo(column);
  const first = useAdded(question, target);
  const isOne =
    question.answer !== keepAsText &&
    !isEachAnswer(question.answer ?? "") &&
    (!isNewRowAnswer(question.answer ?? "") || first.some((one) => one.value === question.answer));
  const value = isOne ? question.answer : null;
  const field = {
    "aria-label":
      kind === "unit"
        ? t("questions.unit")
        : kind === "number"
          ? t("questions.numberOf", { who: question.samples?.[0] ?? "" })
          : t("questions.meaningOf", { text: text ?? "" }),
    value,
    clearable: true,
    width: "24rem",
  };
  if (choices.length > 0)
    return (
      <ChoiceField
        {...field}
        placeholder={t("questions.meaning")}
        options={[...first, ...choices]}
        // First letters alone would answer by another entry that begins alike, and say nothing of it.
        searchable
        onChange={(chosen) => onAnswer(chosen)}
      />
    );
  if (target === "unit") return <UnitPicker {...field} on={on} level="all" onChange={(id) => onAnswer(id)} />;
  if (target === "post")
    return <PostPicker {...field} on={on} first={first} addedFirst onChange={(id) => onAnswer(id)} />;
  return <RightText label={field["aria-label"]} value={value} onAnswer={onAnswer} />;
}

/** Rows that answers of this import add, as the first of what may be chosen. */
function useAdded({ added }: MeaningFieldProps["question"], entity: EntityName | null): readonly Choice[] {
  const { t } = useTranslation(["screen-import", "domain"]);
  return useMemo(() => {
    if (entity === null || added === undefined) return [];
    const what = t(`domain:entity.${entity}`).toLowerCase();
    return added.map(({ value, label }) => ({
      value,
      label: t("screen-import:newRow.other", { name: label, what }),
      group: t("screen-import:newRow.group", { what }),
    }));
  }, [added, entity, t]);
}

/** A row that the catalog lacks, entered here; what another answer adds is among the choices. */
function NewRow({ question, onAnswer }: MeaningFieldProps) {
  const { t } = useTranslation(["screen-import", "domain"]);
  const [edited, setEdited] = useState<RowFields | null>(null);
  const { answer, text } = question;
  const column = question.column === null ? null : columnOfKey(question.column);
  const entity = column === null || question.kind === "unit" ? null : refersTo(column);
  const asked = entity === null ? null : askedOfNewRow(entity);
  if (entity === null || asked === null) return null;
  const own = answer === null ? null : newRowOf(entity, answer);
  const what = t(`domain:entity.${entity}`).toLowerCase();
  const [title = ""] = asked;
  return (
    <>
      <Button
        variant={own === null ? "default" : "filled"}
        aria-pressed={own !== null}
        onClick={() => setEdited(own?.fields ?? { [title]: text })}
      >
        {own === null
          ? t("screen-import:newRow.add", { what })
          : t("screen-import:newRow.other", { name: newRowName(own), what })}
      </Button>
      {edited === null ? null : (
        <NewRowDialog entity={entity} fields={edited} onAnswer={onAnswer} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

interface RightTextProps {
  readonly label: string;
  readonly value: string | null;
  readonly onAnswer: (answer: string | null) => void;
}

/** Taken when the field is left or Enter is pressed: each letter would be an answer of its own. */
function RightText({ label, value, onAnswer }: RightTextProps) {
  const { t } = useTranslation("screen-import");
  const [typed, setTyped] = useState(value ?? "");
  const take = () => {
    const text = typed.trim();
    if (text !== (value ?? "")) onAnswer(text === "" ? null : text);
  };
  return (
    <TextInput
      aria-label={label}
      placeholder={t("questions.rightText")}
      w="24rem"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.ctrlKey) take();
      }}
    />
  );
}
