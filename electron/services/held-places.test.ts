import { describe, expect, it } from "vitest";
import { withHeld } from "./held-places";

const held = (...places: [person: number, behind: number | null][]) =>
  places.map(([person, behind]) => ({ person, behind }));
const list = Int32Array.of(5, 2, 9, 7);

describe("people who keep their places in a list", () => {
  it("stand behind whom they stood, first of all, or behind each other", () => {
    expect([...withHeld(list, held([7, 5]))]).toEqual([5, 7, 2, 9]);
    expect([...withHeld(list, held([9, null]))]).toEqual([9, 5, 2, 7]);
    expect([...withHeld(list, held([7, 5], [2, 7]))]).toEqual([5, 7, 2, 9]);
  });

  it("stand in their order where there is nobody to stand behind, and are lost or doubled in no case", () => {
    expect([...withHeld(list, held([7, 1], [3, 5]))]).toEqual([5, 2, 9, 7]);
    expect([...withHeld(list, held([7, 2], [2, 7]))]).toEqual([5, 2, 9, 7]);
  });
});
