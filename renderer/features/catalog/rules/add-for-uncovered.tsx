/**
 * A rule for those of whom none speaks, wherever they are told of: their standard and their posts are filled in, and the
 * text that it stands in is chosen or made here, so that what is left is what only the clerk knows, the level and the clause.
 */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { CallResult } from "../../../../shared/contract/contract";
import type { FieldValue } from "../../../../shared/domain/entities";
import { validateCatalogRow } from "../../../../shared/domain/validate/catalog";
import { cleanFields } from "../../../../shared/domain/validate/clean";
import { type RowFields, textOf } from "../../../../shared/domain/validate/fields";
import { hasErrors } from "../../../../shared/domain/validate/issue";
import type { RuleEdit } from "../../../../shared/standards/draft";
import { formatNumber } from "../../../../shared/text/format";
import { useSession } from "../../../app/session/session";
import { useMoment } from "../../../bridge/moment";
import { ChoiceField } from "../../../components/choice-field";
import { useWords } from "../../../components/words";
import { FieldGrid, FieldSlotBox } from "../../../records/field/field-grid";
import { RegistryField } from "../../../records/field/registry-field";
import { issuesOf } from "../../../records/issue-words";
import { newKey } from "../../../../shared/text/new-key";
import { type EditedRow, type RowBeside, RowDialog } from "./row-dialog";
import classes from "./rules.module.css";

type Uncovered = CallResult<"uncoveredRules">;

export interface AddForUncoveredProps {
  readonly uncovered: Uncovered;
  readonly onClose: () => void;
}

/** What of a text made here is entered; its key is nobody's business. */
const entered = ["name", "validFrom"] as const;

export function AddForUncovered({ uncovered: { standards, sets }, onClose }: AddForUncoveredProps) {
  const { t } = useTranslation(["screen-rules", "issues", "domain"]);
  const words = useWords();
  const { unitName } = useSession();
  const { on } = useMoment();
  const [first] = standards;
  const [row] = useState((): EditedRow => {
    const standard = first?.standard ?? "professional";
    const fields = { standard, posts: joined(first?.posts) };
    return { entity: "standardRule", id: newId(), isNew: true, fields, title: "", isWaiting: () => false };
  });
  const [freshId] = useState(() => newId());
  // A rule of one's own does not belong in a text that came with the program, unless somebody says so.
  const [chosen, setChosen] = useState(() => sets.find(({ shipped }) => !shipped)?.id ?? freshId);
  const [offered] = useState<RowFields>(() => ({
    key: newKey(freshId.slice(-12), []),
    name: t("screen-rules:uncovered.freshName", { unit: unitName }),
    validFrom: on,
    inUse: true,
    verified: false,
  }));
  const [fresh, setFresh] = useState(offered);
  const [attempted, setAttempted] = useState(false);
  const isFresh = chosen === freshId;
  const cleaned = cleanFields("standardSet", fresh);
  const issues = isFresh ? validateCatalogRow("standardSet", freshId, cleaned) : [];
  const edits: RuleEdit[] = isFresh
    ? [{ entity: "standardSet", id: freshId, isNew: true, fields: cleaned }]
    : [];
  const told = (standard: string | null) => standards.find((one) => one.standard === standard);
  const beside: RowBeside = {
    title: t("screen-rules:uncovered.title"),
    fields: { set: chosen, order: sets.find(({ id }) => id === chosen)?.nextOrder ?? 10 },
    edits,
    hasErrors: hasErrors(issues),
    typed: fresh !== offered,
    onAttempt: () => setAttempted(true),
    hint: (fields) => {
      const of = told(textOf(fields, "standard"));
      return of === undefined
        ? t("screen-rules:uncovered.hintOther")
        : t("screen-rules:uncovered.hint", {
            people: formatNumber(of.people),
            posts: formatNumber(of.posts.length),
            standard: words.standard(of.standard).toLocaleLowerCase("vi"),
          });
    },
    // The posts of those without a rule differ from standard to standard; posts that somebody ticked stay.
    follow: (before, field, value) => {
      const left = joined(told(textOf(before, "standard"))?.posts);
      if (field !== "standard" || textOf(before, "posts") !== left) return {};
      const come = told(typeof value === "string" ? value : null);
      return come === undefined ? {} : { posts: joined(come.posts) };
    },
    content: (
      <fieldset className={classes.part}>
        <legend>{t("screen-rules:uncovered.part")}</legend>
        <FieldGrid>
          <FieldSlotBox span={12}>
            <ChoiceField
              id="rules-home"
              label={t("screen-rules:uncovered.set")}
              required
              value={chosen}
              options={[
                ...sets.filter(({ shipped }) => !shipped),
                { id: freshId, name: t("screen-rules:uncovered.fresh") },
                ...sets.filter(({ shipped }) => shipped),
              ].map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => setChosen(id ?? freshId)}
            />
          </FieldSlotBox>
          {isFresh
            ? entered.map((field) => (
                <FieldSlotBox key={field} span={field === "name" ? 8 : 4}>
                  <RegistryField
                    entity="standardSet"
                    field={field}
                    id={`rules-fresh-${field}`}
                    value={fresh[field] ?? null}
                    onChange={(value: FieldValue) => setFresh((before) => ({ ...before, [field]: value }))}
                    {...(attempted ? issuesOf(t, issues, freshId, field) : {})}
                  />
                </FieldSlotBox>
              ))
            : null}
        </FieldGrid>
      </fieldset>
    ),
  };
  return <RowDialog row={row} beside={beside} onClose={onClose} />;
}

/** As the field keeps them. */
function joined(posts: readonly string[] | undefined): string | null {
  return posts === undefined || posts.length === 0 ? null : [...posts].sort().join(" ");
}
