/**
 * People with rows of every entity that belongs to a person, made from the registry: for laws that hold whatever stands in a
 * record. An entity or field that is added is drawn with the others.
 */
import fc from "fast-check";
import {
  byOwned,
  entityDefinition,
  type FieldDefinition,
  type FieldValue,
  ownedEntities,
  type OwnedEntity,
  ownerField,
  type PersonEntity,
} from "../../shared/domain/entities";
import { careerIssues } from "../../shared/career/record-checks";
import { hasLines, maxLengthOf } from "../../shared/domain/text-fields";
import { levelLadders, qualificationKinds } from "../../shared/domain/levels";
import { cleanValue } from "../../shared/domain/validate/clean";
import { validateOfficial } from "../../shared/domain/validate/official";
import { ethnicGroups, unclearEthnicNames } from "../../shared/catalog/ethnic-groups";
import { ethnicKey } from "../../shared/import/read-values";
import { isSign, saysNothing } from "../../shared/import/reading";
import type { Edit } from "../roster/change-log";
import type { CatalogFacts } from "../roster/read/index/catalog-facts";

type Fields = Readonly<Record<string, FieldValue>>;
export interface MadePerson {
  readonly own: Fields;
  readonly rows: Readonly<Record<OwnedEntity, readonly Fields[]>>;
}

const two = (number: number) => String(number).padStart(2, "0");
const dateBetween = (first: number, last: number) =>
  fc
    .record({
      year: fc.integer({ min: first, max: last }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      precision: fc.constantFrom(4, 7, 10, 10),
    })
    .map(({ year, month, day, precision }) => `${year}-${two(month)}-${two(day)}`.slice(0, precision));

const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Y", "H'", "Ksor"];
const middles = ["Văn", "Thị", "Hữu", "Ngọc", "Đức", "Thị Thu", "Bá"];
const given = ["Mẫu", "Thử", "Ví Dụ", "Giả", "Nháp", "Bảng", "Niê", "Êban"];
const personName = fc
  .tuple(fc.constantFrom(...families), fc.constantFrom(...middles), fc.constantFrom(...given))
  .map((parts) => parts.join(" "));

/** Texts that programs take for something else, and what ends fields and lines in files. */
const oddTexts = [
  "=1+1",
  "-5",
  "+84",
  "@tên",
  "'có nháy",
  "5'",
  '"trích"; hết',
  "a;b,c|d",
  "05/06",
  "05/06/1980",
  "1980",
  "001234",
  "2.5E+10",
  "12/12",
  "TRUE",
  "#N/A",
  "Tổng cộng",
  "STT",
  "Họ và tên",
  "Nam",
  "Không",
  "Đại học Luật",
  "Kinh tế, Hạ tầng & Đô thị (cũ)",
  "<b>&amp;</b>",
  "_x000D_",
  "1",
  "0",
];
const words = fc
  .array(
    fc.constantFrom("xã", "Quảng Yên", "Phú Thọ", "thôn 3,", "khu", "đã học", "lớp", "(2019)", "số 12"),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(" "));
const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("\n"));
const letters = fc.string({ maxLength: 12 });

function textOf(definition: FieldDefinition): fc.Arbitrary<string> {
  switch (definition.format) {
    case "personName":
      return personName;
    case "digits":
      return fc.nat(99_999_999).map((number) => `001${String(number).padStart(9, "0")}`);
    case "phone":
      return fc.oneof(
        fc.nat(99_999_999).map((number) => `09${String(number).padStart(8, "0")}`),
        fc.constantFrom("+84912345678", "02103812345", "0912345678; 0987654321"),
      );
    case "code":
      return fc.constantFrom("assignment.post", "official.birth", "A1");
    default: {
      const plain = fc.oneof(words, fc.constantFrom(...oddTexts), letters);
      return hasLines(definition) ? fc.oneof(plain, lines) : plain;
    }
  }
}

const peoples = ethnicGroups.map(({ name }) => name).filter((name) => !(name in unclearEthnicNames));

/** @param idsOf rows of an entity that may be referred to */
function valueOf(
  key: string,
  definition: FieldDefinition,
  idsOf: (entity: string) => readonly string[],
): fc.Arbitrary<FieldValue> {
  if (key === ethnicKey) return fc.constantFrom(...peoples);
  const { choices } = definition;
  switch (definition.type) {
    case "text":
      return textOf(definition).map((text) => text.slice(0, maxLengthOf(definition)));
    case "boolean":
      return fc.boolean();
    case "partialDate":
      return key === "official.birth" ? dateBetween(1955, 2000) : dateBetween(1985, 2026);
    case "day":
      return dateBetween(1985, 2026).filter((date) => date.length === 10);
    case "month":
      return dateBetween(1985, 2026).filter((date) => date.length === 7);
    case "year":
      return fc.integer({ min: 1930, max: 2026 });
    case "integer":
    case "money":
    case "decimal":
      return fc.nat(9_999_999);
    case "timeSpan":
      return fc.tuple(dateBetween(1985, 2004), dateBetween(2005, 2026)).map((ends) => ends.join(".."));
    case "code":
      return fc.constantFrom("A1", "02.3");
    case "choice":
      return fc.constantFrom(...(choices ?? []));
    case "choiceSet":
      return fc.subarray([...(choices ?? [])]).map((keys) => [...keys].sort().join(" "));
    case "reference":
    case "referenceSet": {
      const ids = idsOf(definition.entity ?? "");
      return ids.length === 0 ? fc.constant(null) : fc.constantFrom(...ids);
    }
    case "document":
      return fc.constant(null);
  }
}

function fieldsOf(entity: PersonEntity, idsOf: (entity: string) => readonly string[]): fc.Arbitrary<Fields> {
  const owner = entity === "official" ? null : ownerField(entity).name;
  const { fields } = entityDefinition(entity);
  const ladders = Object.keys(fields).filter((field) => fields[field]?.ladder !== undefined);
  const drawn = Object.entries(fields)
    .filter(([field]) => field !== owner && !ladders.includes(field))
    .map(([field, definition]) => {
      const value = valueOf(`${entity}.${field}`, definition, idsOf);
      return [field, definition.required === true ? value : fc.option(value, { freq: 2 })] as const;
    });
  const plain = fc.record(Object.fromEntries(drawn));
  const levelled = ladders.reduce<fc.Arbitrary<Record<string, FieldValue>>>(
    (made, field) =>
      made.chain((row) => {
        const kind = qualificationKinds.find((one) => one === row[fields[field]?.ladder ?? ""]);
        const levels: readonly string[] = kind === undefined ? [] : levelLadders[kind];
        return fc.constantFrom(...levels).map((level) => ({ ...row, [field]: level }));
      }),
    plain,
  );
  return levelled.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .map(([field, value]) => [field, cleanValue(entity, field, value)] as const)
        .filter(([, value]) => value !== null && !isNoText(value)),
    ),
  );
}

/** A dash or a cross says of a cell that there is nothing, or that the heading is right: no text that anybody keeps. */
function isNoText(value: FieldValue): boolean {
  return typeof value === "string" && (saysNothing(value) || isSign(value));
}

/** Whether rows of an entity need another row of which the roster has none. */
function lacksTarget(entity: OwnedEntity, idsOf: (entity: string) => readonly string[]): boolean {
  const owner = ownerField(entity).name;
  return Object.entries(entityDefinition(entity).fields).some(
    ([field, { required, entity: target }]) =>
      field !== owner && required === true && target !== undefined && idsOf(target).length === 0,
  );
}

/** Several people with names that no other of them has. */
export function randomPeople({
  units,
  posts,
}: Pick<CatalogFacts, "units" | "posts">): fc.Arbitrary<MadePerson[]> {
  const idsOf = (entity: string) =>
    (entity === "unit" ? units : entity === "post" ? posts : []).map(({ id }) => id);
  const rows = byOwned((entity) =>
    fc.array(fieldsOf(entity, idsOf), { maxLength: lacksTarget(entity, idsOf) ? 0 : 3 }),
  );
  const person = fc.record({ own: fieldsOf("official", idsOf), rows: fc.record(rows) });
  return fc.uniqueArray(person, {
    minLength: 1,
    maxLength: 6,
    selector: ({ own }) => own["fullName"],
  });
}

/** What may be stored of a person: without what the checks refuse. */
export function storable(
  { own, rows }: MadePerson,
  ids: { readonly person: string; readonly newId: () => string },
  today: number,
  catalog: CatalogFacts,
): Edit[] {
  let draft = {
    id: ids.person,
    fields: own,
    rows: byOwned((entity) => rows[entity].map((fields) => ({ id: ids.newId(), fields }))),
  };
  for (;;) {
    const wrong = validateOfficial(draft, {
      today,
      asOf: today,
      unitOf: (id) => catalog.unitOfId(id),
      postOf: (id) => catalog.postOfId(id),
      career: careerIssues,
    }).filter(({ severity }) => severity === "error");
    if (wrong.length === 0) break;
    const without = (id: string, fields: Fields) =>
      Object.fromEntries(
        Object.entries(fields).filter(
          ([field]) => !wrong.some((one) => one.rowId === id && one.field === field),
        ),
      );
    const isWhole = (entity: OwnedEntity, id: string) =>
      wrong.every(
        ({ rowId, field }) => rowId !== id || entityDefinition(entity).fields[field]?.required !== true,
      );
    draft = {
      ...draft,
      fields: without(draft.id, draft.fields),
      rows: byOwned((entity) =>
        draft.rows[entity]
          .filter(({ id }) => isWhole(entity, id))
          .map(({ id, fields }) => ({ id, fields: without(id, fields) })),
      ),
    };
  }
  return [
    { kind: "create", entity: "official", id: draft.id, fields: draft.fields },
    ...ownedEntities.flatMap((entity) =>
      draft.rows[entity].map(
        ({ id, fields }): Edit => ({
          kind: "create",
          entity,
          id,
          fields: { ...fields, [ownerField(entity).name]: draft.id },
        }),
      ),
    ),
  ];
}
