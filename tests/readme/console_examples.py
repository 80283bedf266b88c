#!/usr/bin/env python3
"""Runs the console examples of Markdown files and compares what they print.

    console_examples.py FOLDER_OF_ATTEST PROJECT FILE... [--rewrite]

In a ```console block a line that starts with "$ " is a command, lines that start with "> " continue it, and the others
are what it prints, standard output and standard error together. A "…" in an expected line stands for any text in that line; a
line that is nothing but "…" for any number of lines. The blocks of one file run one after the other in one temporary
folder that holds links to the project's corpus and rules. --rewrite puts what was printed into the file instead, except where the
expected lines hold a "…" and still match.
"""
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field

ANY = "…"


@dataclass
class Example:
    line: int
    command: str
    expected: list = field(default_factory=list)


def parts_of(text):
    """The file cut into stretches of lines and examples, in order."""
    parts, inside = [], False
    for number, line in enumerate(text.splitlines(), 1):
        if inside and line.startswith("$ "):
            parts.append(Example(number, line[2:]))
        elif inside and (line == ">" or line.startswith("> ")) and isinstance(parts[-1], Example) and not parts[-1].expected:
            parts[-1].command += "\n" + line[2:]
        elif inside and line != "```" and isinstance(parts[-1], Example):
            parts[-1].expected.append(line)
        else:
            inside = line == "```console" or (inside and line != "```")
            parts.append(line)
    return parts


def matches(expected, printed):
    pattern = ""
    for line in expected:
        pattern += r"(?:.*\n)*?" if line.strip() == ANY else ".*".join(map(re.escape, line.split(ANY))) + r"\n"
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def run(example, folder, path):
    environment = dict(os.environ, PATH=path + os.pathsep + os.environ["PATH"], LC_ALL="C.UTF-8", COLUMNS="120")
    done = subprocess.run(["bash", "-c", example.command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
    return done.stdout.decode(errors="replace").rstrip("\n").splitlines()


def shown(command):
    first, *others = command.split("\n")
    return ["$ " + first, *(f"> {line}".rstrip() for line in others)]


def rewritten(parts):
    lines = []
    for part in parts:
        lines += [part] if isinstance(part, str) else [*shown(part.command), *part.expected]
    return "\n".join(lines) + "\n"


def check(path, project, name, rewrite):
    """Runs the examples of one file; returns how many of them printed something else."""
    file_name = os.path.join(project, name)
    with open(file_name, encoding="utf-8") as file:
        parts = parts_of(file.read())
    examples = [part for part in parts if isinstance(part, Example)]
    if not examples:
        print(f"{name}: no console example")
        return 1
    differing = 0
    with tempfile.TemporaryDirectory(prefix="attest-readme-") as folder:
        for shared in ("corpus", "rules"):
            os.symlink(os.path.join(project, shared), os.path.join(folder, shared))
        for example in examples:
            printed = run(example, folder, path)
            if matches(example.expected, printed):
                continue
            if rewrite:
                example.expected = printed
                continue
            differing += 1
            print(f"{name}:{example.line}: $ {example.command}\n-- expected\n" + "\n".join(example.expected) + "\n-- printed\n" + "\n".join(printed) + "\n")
    if rewrite:
        with open(file_name, "w", encoding="utf-8") as file:
            file.write(rewritten(parts))
    print(f"{name}: {len(examples)} examples, {differing} differ")
    return differing


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--rewrite"]
    path, project, names = os.path.abspath(arguments[0]), os.path.abspath(arguments[1]), arguments[2:]
    differing = sum(check(path, project, name, "--rewrite" in sys.argv) for name in names)
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
