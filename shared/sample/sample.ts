/**
 * The sample rosters, as rows: what `sample` on the command line and "Mở dữ liệu mẫu" on the first screen write.
 *
 * Pure: the same set and seed give the same rows. The caller writes units, posts and standards first, then the people
 * of one commune after the other, each commune as one change of the log.
 *
 * For the main process only, since it reads the shipped lists of units.
 */
import { illustrativeSet } from "../catalog/illustrative-set";
import { presetRows, rowsOfSet } from "../catalog/preset-rows";
import { childrenOf, unitOnDate } from "../catalog/units";
import { largeAsOf, largeSample, provincesOf } from "./large";
import { thanhBaAsOf, thanhBaCommunes, thanhBaDistrictCode, thanhBaTraining } from "./thanh-ba";
import type { Sample, SampleSet } from "./types";
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
    presets: presetRows(),
    communes: () => thanhBaCommunes(seed),
    classes: (people) => thanhBaTraining(seed, people),
  };
}

function provinceOrNation(set: Exclude<SampleSet, "thanh-ba">, seed: number): Sample {
  const isFull = set === "nation-full";
  const of = isFull ? "nation" : set;
  const provinces = provincesOf(of);
  const [first, ...others] = provinces;
  if (first === undefined) throw new Error("The sample needs the provinces since 01/07/2025");
  const { units, communes } = largeSample(of, seed, provinces, isFull);
  return {
    asOf: largeAsOf,
    // There is no unit above the provinces; the country's roster lies in the capital, and its office answers for all.
    officeUnitId: first.id,
    officeSpeaksFor: others.map(({ id }) => id),
    officeName: of === "nation" ? "Bộ Nội vụ" : "Sở Nội vụ tỉnh Phú Thọ",
    units,
    presets: [...presetRows(), ...rowsOfSet(illustrativeSet)],
    communes,
  };
}
