import { describe, expect, it } from "vitest";
import { type ErrorCode, errorCodes, errorParams } from "../contract/errors";
import { entities } from "../domain/entities";
import { levelLadders } from "../domain/levels";
import * as values from "../domain/values";
import { languages, resources } from "./resources";
import { readableParams } from "./readable";
import { createTranslate } from "./translator";

function keysOf(tree: object, prefix = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "object" && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

function placeholders(tree: object): string[] {
  return keysOf(tree).map((key) => {
    const text = key
      .split(".")
      .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], tree);
    return `${key}: ${[...String(text).matchAll(/\{\{(\w+)/g)]
      .map((match) => match[1])
      .sort()
      .join(",")}`;
  });
}

describe("texts", () => {
  it("have the same keys in Vietnamese and English", () => {
    const plural = (key: string) => key.replace(/_(one|other)$/, "");
    const unique = (tree: object) => [...new Set(keysOf(tree).map(plural))].sort();
    expect(unique(resources.en)).toEqual(unique(resources.vi));
  });

  it("of the window name no command of the command line", () => {
    const ofWindow = Object.entries(resources.vi).filter(([name]) => name !== "cli");
    const texts = ofWindow.flatMap(([name, tree]) =>
      keysOf(tree).map((key) => {
        const text = key
          .split(".")
          .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], tree);
        return `${name}:${key}: ${String(text)}`;
      }),
    );
    expect(texts.filter((text) => /(bằng|từ|theo|dòng) lệnh| lệnh [a-z]+\b|--[a-z]/.test(text))).toEqual([]);
  });

  it.each(languages)("of failures leave no place empty where nothing can be named (%s)", (language) => {
    const t = createTranslate(language);
    const say = (key: string, params: Readonly<Record<string, string | number>>) =>
      (t as (one: string, given: typeof params) => string)(key, params);
    const nothingOf = (schema: unknown): string | number => {
      const { def, options } = schema as { def: { type: string }; options?: readonly (string | number)[] };
      if (def.type === "enum") return options?.[0] ?? "";
      return def.type === "number" || def.type === "int" ? 0 : "";
    };
    const said = errorCodes.flatMap((code) => {
      const params = Object.fromEntries(
        Object.entries(errorParams[code].shape).map(([name, schema]) => [name, nothingOf(schema)]),
      );
      const keys = [`errors:${code}`, ...(code in resources.vi.cli.instead ? [`cli:instead.${code}`] : [])];
      return keys.map((key) => `${key}: ${say(key, readableParams(params))}`);
    });
    const isEmpty = /[(“"]\s*[)”"]|\([\p{L} ]+ \)| [,.;)”]|\{\{|undefined/u;
    expect(said.filter((sentence) => isEmpty.test(sentence))).toEqual([]);
    expect(said.length).toBeGreaterThan(100);
  });

  it("say only of known failures something else on the command line", () => {
    const known: readonly string[] = errorCodes;
    expect(Object.keys(resources.vi.cli.instead).filter((code) => !known.includes(code))).toEqual([]);
  });

  it("name the same parameters in both languages where the key is the same", () => {
    const english = new Set(placeholders(resources.en).filter((line) => !/_(one|other):/.test(line)));
    const vietnamese = placeholders(resources.vi).filter((line) => !/_(one|other):/.test(line));
    const keys = new Set([...english].map((line) => line.split(":")[0]));
    expect(vietnamese.filter((line) => keys.has(line.split(":")[0]) && !english.has(line))).toEqual([]);
  });

  it("are stored composed (NFC)", () => {
    const text = JSON.stringify(resources);
    expect(text.normalize("NFC")).toBe(text);
  });

  it("say of a failure only what its code brings along, and have a sentence for each", () => {
    for (const language of languages) {
      const sentences = Object.entries(resources[language].errors);
      const codes = new Set(sentences.map(([key]) => key.replace(/_(one|other)$/, "")));
      expect([...codes].sort()).toEqual([...errorCodes].sort());
      for (const [key, sentence] of sentences) {
        const brought = errorParams[key.replace(/_(one|other)$/, "") as ErrorCode].shape;
        const named = [...sentence.matchAll(/\{\{(\w+)/g)].map(([, name]) => name);
        expect({ key, missing: named.filter((name) => !Object.hasOwn(brought, name ?? "")) }).toEqual({
          key,
          missing: [],
        });
      }
    }
  });

  it("name every entity, field, level and answer", () => {
    const { domain } = resources.vi;
    for (const [entity, { fields }] of Object.entries(entities)) {
      expect(domain.entity).toHaveProperty(entity);
      expect(Object.keys(domain.field[entity as keyof typeof entities]).sort()).toEqual(
        Object.keys(fields).sort(),
      );
    }
    for (const [kind, ladder] of Object.entries(levelLadders)) {
      expect(Object.keys(domain.level[kind as keyof typeof levelLadders]).sort()).toEqual([...ladder].sort());
    }
    expect(Object.keys(domain.endReason).sort()).toEqual([...values.endReasons].sort());
    expect(Object.keys(domain.assignmentKind).sort()).toEqual([...values.assignmentKinds].sort());
    expect(Object.keys(domain.areaFlag).sort()).toEqual([...values.areaFlags].sort());
    expect(Object.keys(domain.postGroup).sort()).toEqual([...values.postGroups].sort());
    expect(Object.keys(domain.unitType).sort()).toEqual([...values.unitTypes].sort());
  });
});

describe("createTranslate", () => {
  it("fills parameters without escaping them", () => {
    const t = createTranslate("vi");
    expect(t("errors:folder-missing", { path: "/a&b/<c>" })).toContain("/a&b/<c>");
  });
});
