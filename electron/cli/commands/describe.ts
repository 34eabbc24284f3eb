/** `describe`: the entities with their fields and allowed values, for whoever writes a script against `edit`. */
import { enteredEntities } from "../../../shared/domain/entities";
import type { Translate } from "../../../shared/i18n";
import type { EntityDescription, FieldDescription } from "../../services/entity-description";
import type { Command } from "../command";
import { enteredEntityList } from "../entity-lists";
import { renderTable } from "../table";
import { dateText } from "../words";

export const describe: Command = {
  name: "describe",
  needs: "nothing",
  arguments: [{ name: "entity", help: "entity", helpParams: enteredEntityList, optional: true }],
  options: {},
  async run({ args, print, t }) {
    const { describeEntity } = await import("../../services/entity-description");
    const { entityOfName } = await import("../../services/entity-editing");
    const named = args.optional("entity");
    const wanted = named === null ? enteredEntities : [entityOfName(named)];
    const entities = wanted.map((entity) => describeEntity(entity, t));
    print({ entities }, () =>
      named === null ? listText(entities, t) : entities.map((entity) => entityText(entity, t)).join("\n"),
    );
  },
};

function listText(entities: readonly EntityDescription[], t: Translate): string {
  return renderTable(
    [
      { heading: t("cli:describe.entity") },
      { heading: t("cli:describe.name") },
      { heading: t("cli:describe.fields"), align: "right" },
    ],
    entities.map(({ entity, name, fields }) => [entity, name, String(fields.length)]),
  );
}

function entityText({ fields }: EntityDescription, t: Translate): string {
  const table = renderTable(
    [
      { heading: t("cli:describe.field") },
      { heading: t("cli:describe.name") },
      { heading: t("cli:describe.required") },
      { heading: t("cli:describe.type") },
    ],
    fields.map((field) => [
      field.field,
      field.name,
      field.required ? t("domain:yes") : "",
      howText(field, t),
    ]),
  );
  const lists = fields.filter(({ values }) => values.length > 0).map((field) => valuesText(field, t));
  return [table, ...lists].join("\n");
}

function valuesText({ field, name, values }: FieldDescription, t: Translate): string {
  const hasKind = values.some(({ kind }) => kind !== undefined);
  const hasValidity = values.some(({ validFrom }) => validFrom !== undefined);
  const table = renderTable(
    [
      ...(hasKind ? [{ heading: t("cli:describe.kind") }] : []),
      { heading: t("cli:describe.key") },
      { heading: t("cli:describe.name") },
      ...(hasValidity
        ? [{ heading: t("cli:describe.validFrom") }, { heading: t("cli:describe.validTo") }]
        : []),
    ],
    values.map((value) => [
      ...(hasKind ? [t(`domain:kind.${value.kind ?? ""}`)] : []),
      value.key,
      value.name,
      ...(hasValidity ? [dateText(value.validFrom ?? null), dateText(value.validTo ?? null)] : []),
    ]),
  );
  return `${t("cli:describe.values", { field, name })}\n${table}`;
}

function howText({ type, entity, maxLength }: FieldDescription, t: Translate): string {
  switch (type) {
    case "reference":
      return t(`cli:describe.how.${String(entity)}`, {
        defaultValue: t("cli:describe.how.row", { entity: t(`domain:entity.${String(entity)}`) }),
      });
    case "referenceSet":
      return t("cli:describe.how.units");
    case "text":
      return t("cli:describe.how.text", { max: maxLength ?? 0 });
    case "integer":
    case "decimal":
    case "money":
    case "year":
    case "month":
    case "timeSpan":
    case "code":
    case "boolean":
    case "partialDate":
    case "day":
    case "choice":
    case "choiceSet":
    case "document":
      return t(`cli:describe.how.${type}`);
  }
}
