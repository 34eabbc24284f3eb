/**
 * The rows that every program brings with it: units, posts, standards, the sample's among them. Packets leave them out,
 * and whoever receives a reference to one adds it from its own list; of nobody's ops no others are taken.
 *
 * Loaded when files are traded, since the lists of units are large.
 */
import { toHex, sameBytes } from "../../../shared/sync/bytes";
import type { Op } from "../../../shared/sync/op";
import { illustrativeSet } from "../../../shared/catalog/illustrative-set";
import { presetRows, rowsOfSet, unitRow } from "../../../shared/catalog/preset-rows";
import { shippedUnit } from "../../../shared/catalog/units";
import { bytesToUuid } from "../../../shared/sync/bytes";
import { opOfShippedRow, type ShippedRow } from "../../roster/edit/shipped-rows";

export class ShippedCatalog {
  readonly #presets = new Map<string, ShippedRow>(
    [...presetRows(), ...rowsOfSet(illustrativeSet)].map((row) => [row.id, row]),
  );
  readonly #hashes = new Map<string, Uint8Array | null>();

  /** The shipped row with an id, or null. */
  row(id: string): ShippedRow | null {
    const unit = shippedUnit(id);
    return unit === null ? (this.#presets.get(id) ?? null) : unitRow(unit);
  }

  /** Whether every program of this version has a shipped row just so. */
  isKnown(op: Op, hash: Uint8Array): boolean {
    const key = toHex(op.row);
    let known = this.#hashes.get(key);
    if (known === undefined) {
      const row = this.row(bytesToUuid(op.row));
      known = row === null ? null : opOfShippedRow(row).hash;
      this.#hashes.set(key, known);
    }
    return known !== null && sameBytes(known, hash);
  }
}
