// Search over everything on this device, as one types, with or without a network.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { store } from "../../store/current.ts";
import { Icon } from "../components/icon.tsx";
import { TapButton } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { back } from "../router.ts";
import { keeperOf } from "./keeper.ts";
import { Results } from "./results.tsx";
import { useResults } from "./use-results.ts";
import { useSteps } from "./use-steps.ts";
import { forgetWanted, wanted } from "./wanted.ts";

/** Longer than anything one looks for; a pasted letter would only slow the field down. */
const longestQuery = 200;

export function Search() {
  return <Frame tab="search" focused list={{ label: "Search", children: <SearchPage /> }} />;
}

function SearchPage() {
  const page = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const keeper = keeperOf(store.value);
  const query = wanted.value.trim();
  const { answer, showMore } = useResults(keeper, query);
  useEffect(() => keeper.watch(), [keeper]);
  useLayoutEffect(() => {
    // On the way back from a result the list is looked at again, not the field.
    if (wanted.value === "") field.current?.focus();
  }, []);
  useSteps(page, field, answer?.query === query);
  useEscape(leave);
  const clear = () => {
    forgetWanted();
    field.current?.focus();
  };
  return (
    <div class="search" ref={page}>
      <search class="top top--plain search__top">
        <TapButton icon="arrow-left" label="Back" onClick={leave} />
        <Icon name="search" size="s" />
        <input
          ref={field}
          type="search"
          class="search__field"
          aria-label="Search everything"
          placeholder="A name, a company, a word"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={longestQuery}
          value={wanted.value}
          onInput={(event) => (wanted.value = event.currentTarget.value)}
        />
        {wanted.value !== "" && <TapButton icon="x" label="Clear" size="s" onClick={clear} />}
      </search>
      <Results keeper={keeper} query={query} answer={answer} onMore={showMore} />
    </div>
  );
}

/** What was looked for is nobody else's business. */
function leave(): void {
  forgetWanted();
  back("/");
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.isComposing || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [onEscape]);
}
