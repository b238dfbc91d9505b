// Makes the Java sources of cdk8s-plus-28 from its npm package, into target/pacmak/java.
// Does nothing when they were made from the same inputs before.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "target", "pacmak");
const stamp = join(output, "inputs.sha256");

const inputs = createHash("sha256");
for (const name of ["package.json", "package-lock.json", "generate.mjs"]) {
  inputs.update(readFileSync(join(here, name)));
}
const digest = inputs.digest("hex");

if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) {
  process.exit(0);
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"]);
// By its file, not by npx, which would offer to download another one.
run(process.execPath, [
  join(here, "node_modules", "jsii-pacmak", "bin", "jsii-pacmak"),
  ...["--targets", "java", "--code-only", "--npmignore=false", "--outdir", output],
  join(here, "node_modules", "cdk8s-plus-28"),
]);
writeFileSync(stamp, digest);

function run(command, args) {
  const shell = process.platform === "win32" && command === "npm"; // npm.cmd there
  const major = process.versions.node.split(".")[0];
  const result = spawnSync(command, args, {
    cwd: here,
    shell,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: major },
  });
  if (result.error || result.status !== 0) {
    const reason = result.error ? result.error.message : `it exited with ${result.status}`;
    console.error(`cdk8s-plus-28: '${command} ${args.join(" ")}' failed: ${reason}`);
    process.exit(1);
  }
}
