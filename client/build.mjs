// Builds the client into static/build: the script the app starts with and the parts it fetches later, one style sheet,
// the display face, each named by its content, then the service worker, which is told exactly these files. `--watch` builds again on every change.

import { createHash } from "node:crypto";
import { readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outdir = join(root, "static/build");

// Safari 16.4 is the first with push for installed apps, and the oldest phone Rebound promises to run on.
const target = ["es2022", "safari16.4"];

// What the worker keeps beside the built files. A change in what they are made of is a new revision too.
const served = ["/app-shell", "/manifest.webmanifest"];
const servedFrom = ["templates/shell.html", "webapp/pages/manifest.py"];

async function build() {
  const context = await esbuild.context({
    absWorkingDir: root,
    entryPoints: [
      { in: "client/app.tsx", out: "app" },
      { in: "client/styles/index.css", out: "app" },
    ],
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    chunkNames: "part-[hash]",
    outdir,
    publicPath: "/static/build",
    bundle: true,
    minify: true,
    format: "esm",
    // What is imported with import() becomes a script of its own, and what several scripts share another.
    splitting: true,
    target,
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".woff2": "file" },
    define: { "process.env.NODE_ENV": '"production"' },
    metafile: true,
    logLevel: "warning",
    plugins: [{ name: "finish", setup: (build) => build.onEnd(finish) }],
  });
  if (process.argv.includes("--watch")) {
    await context.watch();
  } else {
    await context.rebuild().finally(() => context.dispose());
  }
}

async function finish({ errors, metafile }) {
  if (errors.length > 0) return;
  const names = Object.keys(metafile.outputs).map((path) => relative(outdir, join(root, path))).sort();
  const icons = (await readdir(join(root, "static/icons"))).sort().map((name) => `static/icons/${name}`);
  const files = names.map((name) => `/static/build/${name}`);
  const precached = [...files, ...served, ...icons.map((path) => `/${path}`)];
  const revision = await revisionOf(names, [...servedFrom, ...icons]);
  const compressed = await compressAll(names);
  await buildWorker(precached, revision);
  const manifest = {
    revision,
    script: theEntry(metafile, "client/app.tsx"),
    style: theOne(files, ".css"),
    font: theOne(files, ".woff2"),
    files,
    precached,
  };
  await replaceFile("manifest.json", JSON.stringify(manifest, null, 2));
  await removeOthers(new Set([...names, ...compressed, "service-worker.js", "manifest.json"]));
  const atStart = await gzippedKb(scriptsAtStart(metafile));
  const whole = await gzippedKb(names.filter((name) => name.endsWith(".js")));
  console.log(
    `Built the client: ${names.length} files, revision ${revision}, scripts ${whole} KB gzip, ${atStart} KB at the start`,
  );
}

/** Built files name their content already; the others are read. */
async function revisionOf(names, paths) {
  const hash = createHash("sha256").update(names.join("\n"));
  for (const path of paths) hash.update(path).update(await readFile(join(root, path)));
  return hash.digest("hex").slice(0, 12);
}

async function compressAll(names) {
  const written = [];
  for (const name of names.filter((name) => /\.(js|css)$/.test(name))) {
    const plain = await readFile(join(outdir, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(join(outdir, `${name}.br`), brotliCompressSync(plain, { params }));
    await writeFile(join(outdir, `${name}.gz`), gzipSync(plain, { level: 9 }));
    written.push(`${name}.br`, `${name}.gz`);
  }
  return written;
}

async function buildWorker(precached, revision) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["client/worker/service-worker.ts"],
    bundle: true,
    minify: true,
    format: "iife",
    target,
    define: { PRECACHED: JSON.stringify(precached), REVISION: JSON.stringify(revision) },
    write: false,
    logLevel: "warning",
  });
  await replaceFile("service-worker.js", outputFiles[0].text);
}

function theOne(files, ending) {
  const found = files.filter((file) => file.endsWith(ending));
  if (found.length !== 1) throw new Error(`expected one built ${ending} file, got ${found.join(", ") || "none"}`);
  return found[0];
}

/** The address of what was built from a source. */
function theEntry(metafile, source) {
  const [path] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === source) ?? [];
  if (!path) throw new Error(`expected a script built from ${source}, got none`);
  return `/static/build/${relative(outdir, join(root, path))}`;
}

/** The entry and what it imports before it runs. */
function scriptsAtStart({ outputs }) {
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === "client/app.tsx");
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: imported, kind } of outputs[path].imports) {
      if (kind === "import-statement" && outputs[imported]) found.add(imported);
    }
  }
  return [...found].map((path) => relative(outdir, join(root, path)));
}

async function gzippedKb(names) {
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await readFile(join(outdir, name)), { level: 9 }).length),
  );
  return (sizes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(1);
}

/** A running server never sees half a file. */
async function replaceFile(name, text) {
  const fresh = join(outdir, `${name}.new`);
  await writeFile(fresh, text);
  await rename(fresh, join(outdir, name));
}

async function removeOthers(current) {
  for (const name of await readdir(outdir)) {
    if (!current.has(name)) await rm(join(outdir, name), { recursive: true });
  }
}

await build().catch((error) => {
  // esbuild has printed its own findings; anything else is ours to tell.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
});
