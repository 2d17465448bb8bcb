"""Writes the client's schema, client/model/schema.ts, from the journal's declarations.

Run `python -m webapp.journal.generate` after changing a collection; a test fails while the file is stale.
"""

from __future__ import annotations

import json
from pathlib import Path

from webapp.journal.collections import COLLECTIONS, SCHEMA_VERSION, Collection
from webapp.journal.fields import FieldSpec

TARGET = Path(__file__).resolve().parents[2] / "client" / "model" / "schema.ts"

_HEAD = """\
// Generated from webapp/journal by `python -m webapp.journal.generate`. Do not edit.
// The collections a person keeps, as they are on the wire and in every row.

export const SCHEMA_VERSION = {version};

export type FieldKind = "scalar" | "text";

export type FieldType =
  | "short"
  | "text"
  | "moment"
  | "day"
  | "integer"
  | "flag"
  | "choice"
  | "ref"
  | "structured";

/** What the client asks for at run time. Choices are types above; the bounds of numbers are the server's. */
export interface FieldSpec {{
  readonly kind: FieldKind;
  readonly type: FieldType;
  /** Of a text: in code points. */
  readonly max?: number;
}}

export type Structured = readonly unknown[] | {{ readonly [key: string]: unknown }};
"""

# Named once, not 130 object literals: half a kilobyte less of the compressed script.
_SPECS = """\
const short = (max: number): FieldSpec => ({ kind: "scalar", type: "short", max });
const longText = (max: number): FieldSpec => ({ kind: "text", type: "text", max });
const moment: FieldSpec = { kind: "scalar", type: "moment" };
const day: FieldSpec = { kind: "scalar", type: "day" };
const integer: FieldSpec = { kind: "scalar", type: "integer" };
const flag: FieldSpec = { kind: "scalar", type: "flag" };
const choice: FieldSpec = { kind: "scalar", type: "choice" };
const ref: FieldSpec = { kind: "scalar", type: "ref" };
const structured: FieldSpec = { kind: "scalar", type: "structured" };
"""
_BOUNDED = ("short", "text")
_SPEC_NAMES = {"text": "longText"}

_TS_TYPES = {"integer": "number", "flag": "boolean", "structured": "Structured"}


def schema_source() -> str:
    """The whole text of client/model/schema.ts."""
    collections = COLLECTIONS.values()
    parts = [_HEAD.format(version=SCHEMA_VERSION)]
    parts += [_interface(collection) for collection in collections]
    rows = "\n".join(f"  {c.name}: {_type_name(c)};" for c in collections)
    parts.append(f"export interface FieldsOf {{\n{rows}\n}}\n")
    parts.append("export type CollectionName = keyof FieldsOf;\n")
    specs = "\n".join(_specs(collection) for collection in collections)
    parts.append(_SPECS)
    schema_type = "{ readonly [C in CollectionName]: { readonly [F in keyof FieldsOf[C]]: FieldSpec } }"
    parts.append(f"export const schema: {schema_type} = {{\n{specs}\n}};\n")
    parts.append("export const collectionNames = Object.keys(schema) as readonly CollectionName[];\n")
    return "\n".join(parts)


def _interface(collection: Collection) -> str:
    fields = "\n".join(f"  {name}: {_ts_type(spec)} | null;" for name, spec in collection.fields.items())
    return f"export interface {_type_name(collection)} {{\n{fields}\n}}\n"


def _ts_type(spec: FieldSpec) -> str:
    if spec.type == "choice":
        return " | ".join(json.dumps(word) for word in spec.choices)
    return _TS_TYPES.get(spec.type, "string")


def _type_name(collection: Collection) -> str:
    return "".join(word.capitalize() for word in collection.name.split("_"))


def _specs(collection: Collection) -> str:
    fields = "\n".join(f"    {name}: {_spec(spec)}," for name, spec in collection.fields.items())
    return f"  {collection.name}: {{\n{fields}\n  }},"


def _spec(spec: FieldSpec) -> str:
    name = _SPEC_NAMES.get(spec.type, spec.type)
    return f"{name}({spec.max})" if spec.type in _BOUNDED else name


if __name__ == "__main__":
    TARGET.write_text(schema_source())
