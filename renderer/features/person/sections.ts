/**
 * How a person's file lies on the screen: derived from the sections that the registry gives every own field and every
 * entity of rows, so that what is added there is shown by being added. What the registry cannot know is said here: which
 * sections are read every day, and so stand open.
 */
import type { FormDraft } from "../../../shared/contract/schemas/form-drafts";
import {
  enteredEntities,
  entities,
  entityDefinition,
  type EntityName,
  type FieldDefinition,
  fieldDefinition,
  type FieldName,
  isOwned,
  type OwnedEntity,
} from "../../../shared/domain/entities";
import { type FileSection, fileSections } from "../../../shared/domain/entities/definition";
import { hasLines, maxLengthOf } from "../../../shared/domain/text-fields";
import type { FieldSlot } from "../../records/field/field-grid";

/** The ordinary part of a section, or its sensitive one. */
export type BlockKey = FileSection | `${FileSection}-restricted`;

export interface FileBlock {
  readonly key: BlockKey;
  readonly section: FileSection;
  /** Its fields and rows are sensitive: it is folded away among those that are. */
  readonly restricted: boolean;
  /** Read every day: it stands open. */
  readonly everyday: boolean;
  /** The person's own fields. */
  readonly slots: readonly FieldSlot[];
  /** Entities of rows. */
  readonly entities: readonly OwnedEntity[];
}

/** Texts that are no longer than this fit a quarter of the width. */
const shortText = 100;

const everyday: readonly FileSection[] = ["identity", "contact", "service", "training", "party"];

/** Sections of which somebody new is asked for everything at once; of the other open ones, what few offices keep waits. */
const askedAtOnce: readonly FileSection[] = ["identity", "contact"];

/** Own fields that every list and report asks for: the summary says where they are not recorded. */
export const askedFields = ["sex", "birth", "identityNumber"] as const satisfies FieldName<"official">[];

/** Rows that come out of other work and wait to be settled: no part of the file, and not folded away with one. */
export const gatheredEntities = enteredEntities
  .filter(isOwned)
  .filter((entity) => entityDefinition(entity).gathered === true);

const officialFields = Object.entries<FieldDefinition>(entities.official.fields);
const rowEntities = enteredEntities.filter(isOwned).filter((entity) => !gatheredEntities.includes(entity));

/** In the order of the file; a section without anything of a kind has no block of it. */
export const fileBlocks: readonly FileBlock[] = fileSections.flatMap((section) =>
  [false, true].flatMap((restricted): FileBlock[] => {
    const slots = officialFields
      .filter(
        ([, { section: own = "other", sensitive }]) => own === section && (sensitive === true) === restricted,
      )
      .map(([field, definition]): FieldSlot => ({ field, span: spanOf(definition) }));
    const rows = rowEntities.filter((entity) => {
      const { section: own = "other", sensitive } = entityDefinition(entity);
      return own === section && (sensitive === true) === restricted;
    });
    if (slots.length === 0 && rows.length === 0) return [];
    const key: BlockKey = restricted ? `${section}-restricted` : section;
    const isOpen = !restricted && everyday.includes(section);
    return [{ key, section, restricted, everyday: isOpen, slots, entities: rows }];
  }),
);

export const everydayBlocks = fileBlocks.filter((block) => block.everyday);
export const foldedBlocks = fileBlocks.filter((block) => !block.everyday && !block.restricted);
export const restrictedBlocks = fileBlocks.filter(({ restricted }) => restricted);

/** @throws Error for a key of no block */
export function blockOf(key: BlockKey): FileBlock {
  const block = fileBlocks.find((one) => one.key === key);
  if (block === undefined) throw new Error(`No section ${key}`);
  return block;
}

/** The block in which a field of the person, or a row, stands; null for rows that stand in none. */
export function placeOf(entity: EntityName, field: string): FileBlock | null {
  const holds = ({ slots, entities: rows }: FileBlock) =>
    entity === "official" ? slots.some((slot) => slot.field === field) : rows.some((one) => one === entity);
  return fileBlocks.find(holds) ?? null;
}

/** Whether a field that is blank is told by number and not by name: few offices keep it. */
export function isQuiet(field: string): boolean {
  return fieldDefinition("official", field)?.rare === true;
}

/** Whether somebody new is asked for a field at once. */
export function isAskedAtOnce({ section }: FileBlock, field: string): boolean {
  return askedAtOnce.includes(section) || !isQuiet(field);
}

/** The blocks that a draft holds something of, each with the first of its fields that were typed; the top one comes last. */
export function blocksOf({ rows }: FormDraft): readonly (readonly [FileBlock, string | null])[] {
  const typed = rows.flatMap(({ entity, fields }) => (entity === "official" ? Object.keys(fields) : []));
  const touched = new Set(rows.map(({ entity }) => entity));
  return fileBlocks
    .flatMap((block) => {
      const first = block.slots.find(({ field }) => typed.includes(field));
      const isTouched = first !== undefined || block.entities.some((entity) => touched.has(entity));
      return isTouched ? [[block, first?.field ?? null] as const] : [];
    })
    .reverse();
}

/** Of twelve columns: what is short stands beside others, a text of one line has half the width, lines have all of it. */
function spanOf(definition: FieldDefinition): FieldSlot["span"] {
  const { type, format, required } = definition;
  if (type === "choiceSet" || type === "referenceSet" || hasLines(definition)) return 12;
  // A file's name, and what can be done with it.
  if (type === "document") return 6;
  if (type !== "text") return 3;
  const isShort = format === "digits" || format === "phone" || maxLengthOf(definition) <= shortText;
  return isShort && required !== true ? 3 : 6;
}
