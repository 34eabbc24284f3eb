/**
 * Under which headings the fields stand of which many people are given one value: what the list shows first, then the parts
 * of a person's file, last what names one person, which is hardly ever meant for many. Derived from the registry, so that a
 * new field has its place by being added.
 */
import type { PersonColumn } from "../../../../shared/columns/column";
import { entityDefinition } from "../../../../shared/domain/entities";
import { type FileSection, fileSections } from "../../../../shared/domain/entities/definition";
import { editableColumns, typedColumn } from "./editable";

type ManyGroup = "shown" | FileSection | "oneself";

interface ManyField {
  readonly column: PersonColumn;
  readonly group: ManyGroup;
}

/** @param shown keys of the columns that the list shows; @returns every field that can be changed, once */
export function manyFields(shown: readonly string[]): readonly ManyField[] {
  const onScreen = new Set(shown.flatMap((key) => typedColumn(key) ?? []));
  const groups = new Map<ManyGroup, PersonColumn[]>();
  for (const column of [...onScreen, ...editableColumns.filter((one) => !onScreen.has(one))]) {
    const group = isOfOne(column) ? "oneself" : onScreen.has(column) ? "shown" : sectionOf(column);
    groups.set(group, [...(groups.get(group) ?? []), column]);
  }
  const order: readonly ManyGroup[] = ["shown", ...fileSections, "oneself"];
  return order.flatMap((group) => (groups.get(group) ?? []).map((column) => ({ column, group })));
}

/** Whether it says who somebody is. */
function isOfOne({ entity, definition: { format, unique } }: PersonColumn): boolean {
  return entity === "official" && (format === "personName" || unique === true);
}

function sectionOf({ entity, definition }: PersonColumn): FileSection {
  return (entity === "official" ? definition.section : entityDefinition(entity).section) ?? "other";
}
