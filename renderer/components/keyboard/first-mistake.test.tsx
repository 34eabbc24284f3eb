// Guards that every way of saying a mistake is led to, and that whoever mends the second of two is not called back to the first.
import { Checkbox, Radio, TextInput } from "@mantine/core";
import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it } from "vitest";
import { fakeApi } from "../../testing/fake-api";
import { renderApp } from "../../testing/render";
import { leadToMistake } from "./first-mistake";

it("leads to the first field that says a mistake, and stays in one that says one", async () => {
  renderApp(
    <form aria-label="form">
      <TextInput label="right" />
      <TextInput label="wrong" error="no" />
      <TextInput label="wrong too" error="no" />
    </form>,
    { fake: fakeApi() },
  );
  const form = await screen.findByRole("form");
  const led = (from: string) => {
    screen.getByLabelText(from).focus();
    leadToMistake(form);
    return document.activeElement;
  };
  expect(led("right")).toBe(screen.getByLabelText("wrong"));
  expect(led("wrong too")).toBe(screen.getByLabelText("wrong too"));
});

const kinds: readonly (readonly [string, ReactNode])[] = [
  ["a box", <Checkbox key="box" label="wrong" error="no" />],
  [
    "a group of boxes",
    <Checkbox.Group key="group" label="group" error="no">
      <Checkbox value="1" label="wrong" />
    </Checkbox.Group>,
  ],
  [
    "a group of which one is chosen",
    <Radio.Group key="radio" label="group" error="no">
      <Radio value="1" label="wrong" />
    </Radio.Group>,
  ],
  [
    "a list drawn by hand",
    <fieldset key="hand">
      <input type="checkbox" aria-label="wrong" />
      <p data-mistake>no</p>
    </fieldset>,
  ],
];

it.each(kinds)("leads to %s", async (_name, wrong) => {
  renderApp(
    <form aria-label="form">
      <TextInput label="right" />
      {wrong}
    </form>,
    { fake: fakeApi() },
  );
  screen.getByLabelText("right").focus();
  expect(leadToMistake(await screen.findByRole("form"))).toBe(true);
  expect(document.activeElement).toBe(screen.getByLabelText("wrong"));
});
