/** The entities as `describe` lists them: fields, how each is written, and the values that it may hold. */
import { shippedPosts } from "../../shared/catalog/posts";
import { shippedSets } from "../../shared/catalog/standard-sets";
import {
  type EntityName,
  entityDefinition,
  type FieldDefinition,
  fieldDefinition,
  type FieldType,
} from "../../shared/domain/entities";
import { ladderNamed, levelLadders, type QualificationKind } from "../../shared/domain/levels";
import { maxLengthOf } from "../../shared/domain/text-fields";
import { choiceWord, type Translate } from "../../shared/i18n";

export interface ValueDescription {
  readonly key: string;
  readonly name: string;
  /** Only of levels: the kind of qualification whose ladder it stands on, lowest level first. */
  readonly kind?: string;
  /** Only of posts and texts: ISO days, both included; null is open. */
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

export interface FieldDescription {
  readonly field: string;
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Longest text; null where the field is no text. */
  readonly maxLength: number | null;
  /** Entity that the field refers to. */
  readonly entity: EntityName | null;
  /** Empty where the field is not bound to a list. */
  readonly values: readonly ValueDescription[];
}

export interface EntityDescription {
  readonly entity: EntityName;
  readonly name: string;
  readonly fields: readonly FieldDescription[];
}

export function describeEntity(entity: EntityName, t: Translate): EntityDescription {
  return {
    entity,
    name: t(`domain:entity.${entity}`),
    fields: Object.entries(entityDefinition(entity).fields).map(([field, definition]) => ({
      field,
      name: t(`domain:field.${entity}.${field}`),
      type: definition.type,
      required: definition.required === true,
      maxLength: definition.type === "text" ? maxLengthOf(definition) : null,
      entity: definition.entity ?? null,
      values: valuesOf(entity, field, definition, t),
    })),
  };
}

function valuesOf(
  entity: EntityName,
  field: string,
  definition: FieldDefinition,
  t: Translate,
): readonly ValueDescription[] {
  if (definition.ladder !== undefined) {
    const ladders = fieldDefinition(entity, definition.ladder)?.choices ?? [];
    return ladders.flatMap((ladder) => levelsOf(entity, field, ladderNamed(ladder), t));
  }
  if (definition.entity === "post") {
    return shippedPosts.map(({ key, name, validFrom, validTo }) => ({ key, name, validFrom, validTo }));
  }
  if (definition.entity === "standardSet") {
    return shippedSets.map(({ set: { fields } }) => ({
      key: fields.key,
      name: fields.name,
      validFrom: fields.validFrom,
      validTo: fields.validTo,
    }));
  }
  return (definition.choices ?? []).map((key) => ({ key, name: choiceWord(t, entity, field, key, null) }));
}

function levelsOf(
  entity: EntityName,
  field: string,
  kind: QualificationKind | null,
  t: Translate,
): ValueDescription[] {
  const levels: readonly string[] = kind === null ? [] : levelLadders[kind];
  return levels.map((key) => ({ key, name: choiceWord(t, entity, field, key, kind), kind: kind ?? "" }));
}
