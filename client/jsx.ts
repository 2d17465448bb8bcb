// What JSX becomes in the built script; client/build.mjs puts it into every view.

export { createElement, Fragment } from "preact";
