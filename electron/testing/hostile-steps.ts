/**
 * Ops that no program of ours would write, for packets that are valid, signed and from a trusted office: every field with
 * values that are none, rows made twice and as another entity, references in circles, removals and joins of anything.
 */
import fc from "fast-check";
import {
  type EntityName,
  entities,
  entityDefinition,
  entityNames,
  presenceField,
} from "../../shared/domain/entities";
import { uuidToBytes } from "../../shared/sync/bytes";
import { joinedInto } from "../../shared/sync/fold";
import { highestLamport } from "../../shared/sync/op-codec";
import { chained, type LooseOp } from "../../shared/testing/packets";
import { sha256 } from "../files/exchange/verify-signature";
import { type Forging, packetOfOps } from "./forged-packets";
import { everyField, hostileBody, hostileValue, plainValue, type WireValue } from "./hostile-values";

/** One op, its rows by place among those of the roster, so that a shrunk find can be read. */
export interface Step {
  readonly entity: number;
  readonly row: string;
  readonly create: boolean;
  readonly fields: ReadonlyMap<number, WireValue>;
  readonly lamport: number;
  readonly at: number;
  readonly user: string;
  readonly changeBack: number;
  readonly meta: readonly unknown[] | null;
  /** Ops over which it writes, and in which of their fields. */
  readonly over?: readonly (readonly [op: Uint8Array, fields: readonly number[]])[];
}

const clocks = [0, -1, 1_800_000_000_000, 8.64e15, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];

type Core = Pick<Step, "entity" | "row" | "create" | "fields">;

type Rows = ReadonlyMap<EntityName, readonly string[]>;

export class HostileSteps {
  readonly #rows: Rows;
  readonly #standing: Rows;
  readonly #writer: Uint8Array;

  /**
   * @param rows by entity, some that are not there included
   * @param standing those that are there, made by offices above whoever forges
   * @param writer whose changes are said to be undone
   */
  constructor(rows: Rows, standing: Rows, writer: Uint8Array = new Uint8Array(48)) {
    this.#rows = rows;
    this.#standing = standing;
    this.#writer = writer;
  }

  /** What every op has beside its row and fields. */
  #around() {
    return {
      lamport: fc.constantFrom(1, 1000, highestLamport),
      at: fc.constantFrom(...clocks),
      user: fc.constantFrom("Văn phòng tỉnh", "", "x".repeat(200)),
      changeBack: fc.constantFrom(0, 1, 5),
      meta: fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        fc.constantFrom<readonly unknown[]>(
          ["edit", "x".repeat(60_000)],
          ["\u202eundo", null],
          ["compact", null],
          ["undo", null, this.#writer, 1],
          ["undo", null, new Uint8Array(48), 2 ** 53 - 1],
        ),
      ),
    };
  }

  #step(core: fc.Arbitrary<Core>): fc.Arbitrary<Step> {
    return fc.tuple(core, fc.record(this.#around())).map(([one, other]) => ({ ...one, ...other }));
  }

  /** Every field of an entity with a value that it takes. */
  whole(entity: EntityName): Map<number, WireValue> {
    const rowOf = (name: EntityName) => this.#rows.get(name)?.[0];
    return new Map<number, WireValue>(
      Object.values(entityDefinition(entity).fields).map((field) => [field.id, plainValue(field, rowOf)]),
    );
  }

  /** Rows that are there, made or written once more as another entity than theirs. */
  mixUp(): fc.Arbitrary<Step> {
    const there = entityNames.filter((entity) => (this.#standing.get(entity) ?? []).length > 0);
    const core = fc
      .record({
        of: fc.constantFrom(...there),
        as: fc.constantFrom(...entityNames),
        place: fc.nat(2),
        create: fc.boolean(),
        plain: fc.boolean(),
        written: hostileValue([...this.#rows.values()].flat()),
      })
      .filter(({ of, as }) => of !== as)
      .map(({ of, as, place, create, plain, written }) => {
        const known = this.#standing.get(of) ?? [];
        const [field] = Object.values(entityDefinition(as).fields);
        return {
          entity: entities[as].id,
          row: known[place % known.length] ?? "",
          create,
          fields:
            plain || field === undefined ? this.whole(as) : new Map([...this.whole(as), [field.id, written]]),
        };
      });
    return this.#step(core);
  }

  any(): fc.Arbitrary<readonly Step[]> {
    const allRows = [...this.#rows.values()].flat();
    const anyRow = fc.constantFrom(...allRows);
    const newRow = fc.constantFrom(
      "c0000000-00cc-7000-8000-0000000000cc",
      "d0000000-00cc-7000-8000-0000000000cc",
    );
    const rowIn = (entity: EntityName) => fc.constantFrom(...(this.#rows.get(entity) ?? []));
    const value = hostileValue(allRows);
    const edit = fc.constantFrom(...everyField).chain(({ entity, field }) =>
      fc.record({ row: rowIn(entity), written: value }).map(({ row, written }) => ({
        entity: entities[entity].id,
        row,
        create: false,
        fields: new Map([[field.id, written]]),
      })),
    );
    const creation = fc.constantFrom(...everyField).chain(({ entity, field }) =>
      fc
        .record({ row: rowIn(entity), written: value, plain: fc.boolean() })
        .map(({ row, written, plain }) => ({
          entity: entities[entity].id,
          row,
          create: true,
          fields: plain ? this.whole(entity) : new Map([...this.whole(entity), [field.id, written]]),
        })),
    );
    const reason = fc.oneof(
      anyRow.map((id): WireValue => joinedInto(id)),
      fc.constantFrom<WireValue>("thôi", "", "x".repeat(501), null, 5, true, new Uint8Array(3)),
    );
    const presence = fc.constantFrom(...entityNames).chain((entity) =>
      fc.record({ row: rowIn(entity), said: reason }).map(({ row, said }) => ({
        entity: entities[entity].id,
        row,
        create: false,
        fields: new Map([[presenceField, said]]),
      })),
    );
    const circle = fc
      .constantFrom(...everyField.filter(({ entity, field }) => field.entity === entity))
      .chain(({ entity, field }) =>
        fc.record({ row: rowIn(entity), to: rowIn(entity) }).map(({ row, to }) => ({
          entity: entities[entity].id,
          row,
          create: false,
          fields: new Map<number, WireValue>([[field.id, to]]),
        })),
      );
    const newer = fc
      .record({
        entity: fc.constantFrom(200, 2 ** 31, 2 ** 40),
        row: newRow,
        create: fc.boolean(),
        written: value,
      })
      .map(({ entity, row, create, written }) => ({ entity, row, create, fields: new Map([[1, written]]) }));
    // A row of two entities in one file: which it is, is told by order, everywhere alike.
    const madeTwice = fc
      .record({ entity: fc.constantFrom(...entityNames), row: newRow })
      .map(({ entity, row }) => ({
        entity: entities[entity].id,
        row,
        create: true,
        fields: this.whole(entity),
      }));
    const newerField = fc.constantFrom(...entityNames).chain((entity) =>
      fc.record({ row: rowIn(entity), written: value }).map(({ row, written }) => ({
        entity: entities[entity].id,
        row,
        create: false,
        fields: new Map([[2 ** 53 - 1, written]]),
      })),
    );
    return fc.array(
      fc.oneof(
        { weight: 6, arbitrary: this.#step(edit) },
        { weight: 5, arbitrary: this.#step(creation) },
        { weight: 2, arbitrary: this.#step(presence) },
        { weight: 3, arbitrary: this.#step(circle) },
        { weight: 4, arbitrary: this.mixUp() },
        { weight: 2, arbitrary: this.#step(madeTwice) },
        this.#step(newer),
        this.#step(newerField),
      ),
      { minLength: 1, maxLength: 40 },
    );
  }
}

/** Bytes that cannot be compressed, in an op. */
const noiseOfOp = 1 << 15;

/**
 * Ops of an entity to come, so that a list that repeats the same values is no more repetitive than a packet may be.
 * @param length bytes of the list
 */
function noise(length: number): LooseOp[] {
  return Array.from({ length: Math.floor(length / 128 / noiseOfOp) }, (_, place) => {
    const row = new Uint8Array(16).fill(0xcd);
    new DataView(row.buffer).setUint32(12, place);
    const blocks = Array.from({ length: noiseOfOp / 32 }, (_one, n) => sha256(Buffer.from(`${place} ${n}`)));
    const body = hostileBody(new Map([[1, new Uint8Array(Buffer.concat(blocks))]]));
    return { lamport: 1, at: 0, user: "", changeBack: 0, entity: 200, row, create: true, body };
  });
}

/** @param number tells the packets of one forger apart: each has a writer of its own */
export async function packetOfSteps(by: Forging, list: readonly Step[], number: number): Promise<Uint8Array> {
  const writer = new Uint8Array(48);
  writer.set(by.by.signing.publicKey);
  new DataView(writer.buffer).setUint32(40, number);
  const ops = list.map(({ row, fields, meta, changeBack, over = [], ...step }, place): LooseOp => {
    const back = Math.min(changeBack, place);
    return {
      ...step,
      changeBack: back,
      row: uuidToBytes(row),
      body: hostileBody(fields, over, back === 0 ? meta : null),
    };
  });
  const length = ops.reduce((sum, { body }) => sum + body.length, 0);
  const run = chained(
    { writer, first: 1, prev: new Uint8Array(32), ops: [...ops, ...noise(length)] },
    sha256,
  );
  return packetOfOps(by, [run], { number: 100 + number });
}
