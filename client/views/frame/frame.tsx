// The frame of every screen: the rail or the bar with the five places, and one or two panes. Each pane is a scroller of
// its own with its dock below it, so nothing that floats can cover what has the focus.

import type { ComponentChildren } from "preact";
import { Brand } from "../components/brand.tsx";
import { Icon } from "../components/icon.tsx";
import { Snackbar } from "../components/snackbar.tsx";
import { SyncStatus } from "../components/sync-status.tsx";
import { forgetWanted } from "../search/wanted.ts";
import { places, type PlaceName } from "./places.ts";

export interface PaneContent {
  /** Names the pane for screen readers when it is not the main one. */
  readonly label: string;
  readonly children: ComponentChildren;
  /** A <Dock>, below the scroller. */
  readonly dock?: ComponentChildren;
}

interface FrameProps {
  /** The place that is lit; null lights none. */
  readonly tab: PlaceName | null;
  readonly list?: PaneContent;
  readonly detail?: PaneContent;
  /** With two panes: the one that a phone does not show. The other holds the page's h1. */
  readonly side?: "list" | "detail";
  /** A focused task: no bar on a phone. */
  readonly focused?: boolean;
  /** The page shows the sync status itself. */
  readonly showsStatus?: boolean;
}

export function Frame({ tab, list, detail, side = "list", focused = false, showsStatus = false }: FrameProps) {
  const isTwo = Boolean(list && detail);
  return (
    <div class={isTwo ? "app" : "app app--one"}>
      <Rail tab={tab} />
      {list && <Pane content={list} kind="list" isSide={isTwo && side === "list"} />}
      {detail && <Pane content={detail} kind="detail" isSide={isTwo && side === "detail"} />}
      {!focused && <Bar tab={tab} />}
      {!showsStatus && <SyncStatus />}
    </div>
  );
}

interface BareFrameProps {
  readonly children: ComponentChildren;
  readonly dock?: ComponentChildren;
  /** Nothing in it takes the focus, so the pane itself does: else the keyboard could not scroll it. */
  readonly onlyText?: boolean;
}

/** A screen outside the places: no rail, no bar, one column. First run, signing in, the form after an interview. */
export function BareFrame({ children, dock, onlyText = false }: BareFrameProps) {
  return (
    <div class="app app--bare">
      <main class="pane">
        <div class="pane__scroll" tabIndex={onlyText ? 0 : undefined}>
          {children}
        </div>
        <Snackbar />
        {dock}
      </main>
    </div>
  );
}

interface PaneProps {
  readonly content: PaneContent;
  readonly kind: "list" | "detail";
  readonly isSide: boolean;
}

function Pane({ content, kind, isSide }: PaneProps) {
  const inside = (
    <>
      <div class="pane__scroll">{content.children}</div>
      {!isSide && <Snackbar />}
      {content.dock}
    </>
  );
  if (isSide) {
    return (
      <section class={`pane pane--${kind} pane--side`} aria-label={content.label}>
        {inside}
      </section>
    );
  }
  return <main class={`pane pane--${kind}`}>{inside}</main>;
}

function Rail({ tab }: { readonly tab: PlaceName | null }) {
  return (
    <nav class="rail" aria-label="Places">
      <Brand href="/" />
      <PlaceLinks tab={tab} />
      <div class="rail__end">
        <a href="/search" aria-current={tab === "search" ? "page" : undefined} onClick={forgetWanted} data-hop>
          <Icon name="search" />
          <span>Search</span>
        </a>
        <a href="/insights" aria-current={tab === "insights" ? "page" : undefined} data-hop>
          <Icon name="chart-no-axes-column" />
          <span>Insights</span>
        </a>
        <a href="/settings" aria-current={tab === "settings" ? "page" : undefined} data-hop>
          <Icon name="settings" />
          <span>Settings</span>
        </a>
      </div>
    </nav>
  );
}

function Bar({ tab }: { readonly tab: PlaceName | null }) {
  return (
    <nav class="bar" aria-label="Places">
      <PlaceLinks tab={tab} />
    </nav>
  );
}

function PlaceLinks({ tab }: { readonly tab: PlaceName | null }) {
  return places.map(({ name, href, icon, word }) => (
    <a key={name} href={href} aria-current={tab === name ? "page" : undefined} data-hop>
      <Icon name={icon} />
      <span>{word}</span>
    </a>
  ));
}
