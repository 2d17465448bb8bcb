// What Rebound is made of, and under which terms. The licences ask to be named; it is also simply polite.

import { useState } from "preact/hooks";
import { RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";

interface Part {
  readonly name: string;
  readonly terms: string;
}

const parts: readonly Part[] = [
  { name: "Brygada 1918, the display face", terms: "SIL Open Font License. The Brygada 1918 Project Authors." },
  { name: "Lucide, the outlines", terms: "ISC. Lucide Contributors; parts MIT, Cole Bemis." },
  { name: "Preact and Preact Signals", terms: "MIT. Jason Miller, the Preact Team." },
  { name: "idb", terms: "ISC. Jake Archibald." },
  { name: "node-diff3", terms: "MIT. Bryan Housel, Tony Garnock-Jones." },
  { name: "fractional-indexing", terms: "CC0. Rocicorp." },
];

export function About() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <RowLink calm icon="info" title="About and licences" onClick={() => setOpen(true)} />
      <Sheet title="About Rebound" open={isOpen} onClose={() => setOpen(false)}>
        <p>
          What to do after a job interview. Free software under the GNU Affero General Public License 3: you may read it,
          change it and run it yourself. It comes without any warranty.
        </p>
        <section>
          <h3>Built on the work of others</h3>
          <ul class="rows">
            {parts.map(({ name, terms }) => (
              <li class="row" key={name}>
                <div class="row__main">
                  <p>{name}</p>
                  <p class="row__meta">{terms}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      </Sheet>
    </>
  );
}
