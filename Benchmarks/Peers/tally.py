"""Reads feed files with a library and prints how many items it found.

usage: tally.py feedparser|fastfeedparser FILE...
"""

import importlib
import sys

library = importlib.import_module(sys.argv[1])
items = 0
for path in sys.argv[2:]:
    with open(path, "rb") as file:
        data = file.read()
    try:
        items += len(library.parse(data).entries)
    except Exception as error:  # a reader that gives up has found nothing
        print(f"{path}: {error}", file=sys.stderr)
print(items)
