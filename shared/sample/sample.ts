/**
 * The sample rosters, as rows: what `sample` on the command line and "Mở dữ liệu mẫu" on the first screen write.
 *
 * Pure: the same set and seed give the same rows. The caller writes units, posts and standards first, then the people
 * of one commune after the other, each commune as one change of the log.
 *
 * For the main process only, since it reads the shipped lists of units.
 */
import { illustrativeSet } from "../catalog/illustrative-set";
import { type PresetRow, presetRows, rowsOfSet } from "../catalog/preset-rows";
import { childrenOf, unitOnDate } from "../catalog/units";
import type { EntityName, Fields } from "../domain/entities";
import { largeAsOf, largeSample, provincesOf } from "./large";
import { thanhBaAsOf, thanhBaCommunes, thanhBaDistrictCode } from "./thanh-ba";
import type { Sample, SampleRow, SampleSet } from "./types";
import { unitRows } from "./units";

export interface SampleRequest {
  readonly set: SampleSet;
  /** Any safe integer; the people differ, the figures of Thanh Ba do not. */
  readonly seed: number;
}

/** The rows of a sample; see `Sample`. The people are drawn while `communes()` is read, anew at each call. */
export function sampleRows({ set, seed }: SampleRequest): Sample {
  return set === "thanh-ba" ? thanhBaSample(seed) : provinceOrNation(set, seed);
}

function thanhBaSample(seed: number): Sample {
  const district = unitOnDate(thanhBaDistrictCode, 20_211_001);
  if (district === null) throw new Error("The sample needs huyện Thanh Ba");
  return {
    asOf: thanhBaAsOf,
    officeUnitId: district.id,
    officeSpeaksFor: [],
    officeName: "Phòng Nội vụ huyện Thanh Ba",
    units: unitRows([district, ...childrenOf(district.id, null)]),
    ...presets([]),
    communes: () => thanhBaCommunes(seed),
  };
}

function provinceOrNation(set: "province" | "nation", seed: number): Sample {
  const provinces = provincesOf(set);
  const [first, ...others] = provinces;
  if (first === undefined) throw new Error("The sample needs the provinces since 01/07/2025");
  const { units, communes } = largeSample(set, seed, provinces);
  return {
    asOf: largeAsOf,
    // There is no unit above the provinces; the country's roster lies in the capital, and its office answers for all.
    officeUnitId: first.id,
    officeSpeaksFor: others.map(({ id }) => id),
    officeName: set === "nation" ? "Bộ Nội vụ" : "Sở Nội vụ tỉnh Phú Thọ",
    units,
    ...presets(rowsOfSet(illustrativeSet)),
    communes,
  };
}

function presets(
  more: readonly PresetRow[],
): Pick<Sample, "posts" | "standardSets" | "standardRules" | "standardChoices"> {
  const rows = [...presetRows(), ...more];
  return {
    posts: rowsOf("post", rows),
    standardSets: rowsOf("standardSet", rows),
    standardRules: rowsOf("standardRule", rows),
    standardChoices: rowsOf("standardChoice", rows),
  };
}

function rowsOf<E extends EntityName>(entity: E, rows: readonly PresetRow[]): SampleRow<E>[] {
  return rows
    .filter((row) => row.entity === entity)
    .map(({ id, fields }) => ({ id, fields: fields as Fields<E> }));
}
