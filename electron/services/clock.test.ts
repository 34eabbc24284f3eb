import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openThanhBa, type TestPlace, testPlace } from "../testing/sample-roster";
import { checkClock } from "./clock";
import type { OpenRoster } from "./open-roster";

const at = (iso: string) => ({ now: () => Date.parse(iso) });

describe("this PC's clock", () => {
  it("is believed between the newest shipped text and some years after it", () => {
    expect(checkClock(at("2026-11-28T00:00:00Z"), null).state).toBe("right");
    expect(checkClock(at("1970-01-01T00:00:00Z"), null)).toMatchObject({
      state: "tooEarly",
      today: "1970-01-01",
    });
    expect(checkClock(at("2025-06-30T00:00:00Z"), null).state).toBe("tooEarly");
    expect(checkClock(at("2201-05-01T00:00:00Z"), null)).toMatchObject({
      state: "tooLate",
      today: "2200-12-31",
    });
  });

  describe("with a roster open", () => {
    let place: TestPlace;
    let roster: OpenRoster;
    beforeEach(async () => {
      place = testPlace();
      roster = await openThanhBa(place);
    });
    afterEach(async () => {
      await roster.close();
      place.remove();
    });

    it("is behind where something was written later already, but not by minutes", () => {
      expect(checkClock(at("2026-09-30T00:00:00Z"), roster.db)).toMatchObject({
        state: "behindLog",
        today: "2026-09-30",
      });
      expect(checkClock(at("2026-10-01T04:58:00Z"), roster.db).state).toBe("right");
      expect(checkClock(at("2026-10-02T00:00:00Z"), roster.db)).toMatchObject({ state: "right", last: null });
    });
  });
});
