// Guards that whoever mends the second of two mistakes is not called back to the first.
import { TextInput } from "@mantine/core";
import { screen } from "@testing-library/react";
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
