// When a screen breaks there is still a page: it says that the words are safe, hands out a copy of what was being typed,
// and offers to start again. It uses nothing that could be what broke.

import { Component, type ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface BoundaryProps {
  readonly children: ComponentChildren;
  /** A new page is a new chance: the boundary forgets its error when this changes. */
  readonly page: string;
}

interface BoundaryState {
  readonly typed: string | null;
  readonly page: string;
}

export class TroubleBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { typed: null, page: this.props.page };

  static override getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return props.page === state.page ? null : { typed: null, page: props.page };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    // The broken screen is still in the page now, with what was typed into it.
    this.setState({ typed: collectTyped() });
  }

  override render() {
    return this.state.typed === null ? this.props.children : <Trouble typed={this.state.typed} />;
  }
}

export function Trouble({ typed }: { readonly typed: string }) {
  return (
    <div class="app app--bare">
      <main class="pane">
        <div class="pane__scroll">
          <div class="body">
            <h1>This page stumbled.</h1>
            <p>What you wrote is safe on this device. Starting again usually helps.</p>
            <div class="btns">
              <button type="button" class="btn btn--primary" onClick={() => location.reload()}>
                Start again
              </button>
              <a class="btn btn--quiet" href="/" data-replace="">
                Go to Today
              </a>
            </div>
            {typed && <TypedCopy typed={typed} />}
          </div>
        </div>
      </main>
    </div>
  );
}

function TypedCopy({ typed }: { readonly typed: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(typed);
    setCopied(true);
  };
  return (
    <section class="stack">
      <div class="field">
        <label for="typed">What was being typed</label>
        <textarea class="input" id="typed" readOnly rows={6} value={typed} />
      </div>
      <div class="btns">
        <button type="button" class="btn btn--quiet" onClick={() => void copy()}>
          {isCopied ? "Copied" : "Copy it"}
        </button>
      </div>
    </section>
  );
}

/** Everything that stands in a field of the page, longest first. */
export function collectTyped(): string {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input:not([type]), input[type=text]");
  const texts = [...fields].map((field) => field.value.trim()).filter(Boolean);
  return texts.sort((a, b) => b.length - a.length).join("\n\n");
}
