#!/usr/bin/env python3
"""Every relative link in the project's Markdown files leads somewhere.   links.py PROJECT"""
import os
import re
import sys

project = sys.argv[1]
broken = checked = 0
for folder, folders, files in os.walk(project):
    folders[:] = [name for name in folders if name not in ("build", ".git")]
    for name in files:
        if not name.endswith(".md"):
            continue
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"```.*?```", "", file.read(), flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if "://" in target:
                continue
            checked += 1
            if not os.path.exists(os.path.join(folder, target)):
                broken += 1
                print(f"{os.path.relpath(path, project)}: no such file: {target}")
print(f"{checked} links, {broken} broken")
sys.exit(1 if broken or checked == 0 else 0)
