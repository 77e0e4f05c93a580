/** A small project with one of everything that a scan can meet, and rules of its own, so that only the command line is tested. */
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../support/temporary-folder.js";

export const rules = `rules:
  - id: no-system
    message: $COMMAND is given to a shell.
    severity: ERROR
    languages: [python]
    pattern: os.system($COMMAND)
    metadata:
      title: A command for a shell
      confidence: high
      cwe: ["CWE-78: OS Command Injection"]
      why: A shell interprets what is in the command.
      remediation: Use subprocess.run with a list.
  - id: yaml-load
    message: yaml.load makes any object.
    severity: WARNING
    languages: [python]
    pattern: yaml.load($TEXT)
    fix: yaml.safe_load($TEXT)
    metadata: { fix-title: Use yaml.safe_load, fix-safety: safe }
`;

const application = `import os
import yaml


def run(command):
\tos.system("説明 " + command)
    

def read(file):
    settings = yaml.load(file)
    os.system(
        settings["command"]
    )
    os.system("ls")  # kingsnake: ignore[no-system] it is constant
    return yaml.load(
        file.read())
`;

const files: Readonly<Record<string, string | Uint8Array>> = {
  "kingsnake.toml": 'exclude = ["generated/"]\nseverity = { yaml-load = "info" }\n',
  ".gitignore": "ignored.py\n",
  "rules/own.yaml": rules,
  "rules/broken.yaml": "rules:\n  - id: broken\n    mesage: Wrong.\n",
  "shop/app.py": application.replace("\n    \n", "\n"),
  "shop/windows.py": "\ufeffimport yaml\r\n\r\nsettings = yaml.load('é')\r\nprint(settings)\r\n",
  "shop/old.py": Buffer.from("# coding: latin-1\nimport yaml\nx = 'é', yaml.load(y)\n", "latin1"),
  "shop/clean.py": "print('hello')\n",
  "shop/unfinished.py": "def f(:\n    pass\n\n\nimport os\nos.system(x)\n",
  "shop/binary.py": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255]),
  "shop/script": "#!/usr/bin/env python3\nimport os\nos.system(x)\n",
  "ignored.py": "import os\nos.system(x)\n",
  "generated/a.py": "import os\nos.system(x)\n",
  "environment/pyvenv.cfg": "",
  "environment/a.py": "import os\nos.system(x)\n",
  "empty/README": "",
};

/** The project in a folder that is gone when the test is over. */
export function createProject(): string {
  const folder = temporaryFolder(files);
  mkdirSync(join(folder, ".git"));
  symlinkSync("..", join(folder, "shop", "loop"));
  symlinkSync("circle", join(folder, "circle"));
  return folder;
}
