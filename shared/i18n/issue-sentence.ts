/**
 * What is wrong with a field as one sentence, alike on the form, in dialogs and on the command line. What is missing is
 * called by its name: beside "Chưa chọn chức danh." nobody has to look for the field that is meant.
 */
import { type EntityName, type FieldDefinition, fieldDefinition } from "../domain/entities";
import type { FoundParams } from "../domain/checks/found";
import { inSentence } from "../text/in-sentence";
import type { Translate } from "./translator";

/** Of an issue, what its sentence is made of. */
export interface SaidIssue {
  readonly entity: EntityName;
  readonly field: string;
  readonly reason: string;
  readonly params?: FoundParams | undefined;
}

/**
 * @param t of the window (namespaces `issues` and `domain`) or of the command line
 * @returns a whole sentence
 */
export function issueSentence(t: Translate, issue: SaidIssue): string {
  if (issue.reason !== "required") return t(`issues:${issue.reason}`, spoken(t, issue.params ?? {}));
  const what = inSentence(t(`domain:field.${issue.entity}.${issue.field}`));
  const definition = fieldDefinition(issue.entity, issue.field);
  return t(isChosen(definition) ? "domain:notChosen" : "issues:required", { what });
}

/** Values that are named by the key of their words, as the words themselves. */
function spoken(t: Translate, params: FoundParams): FoundParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" && value.startsWith("domain:") ? t(value) : value,
    ]),
  );
}

/** Whether people pick the value from a list instead of typing it. */
function isChosen(definition: FieldDefinition | null): boolean {
  if (definition === null) return false;
  const picked = ["choice", "choiceSet", "reference", "referenceSet"].includes(definition.type);
  return picked || definition.ladder !== undefined;
}
