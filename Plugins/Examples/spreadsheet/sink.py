#!/usr/bin/env python3
# 同一批再来一次时，键已经在表里，不写第二遍。
# A batch that comes again is known by its key, which stands in the table, and is not written twice.
import csv, json, os, sys

def say(**message): print(json.dumps(message, ensure_ascii=False), flush=True)

path = os.path.join(json.loads(sys.stdin.readline())["config"]["folder"], "juhe.csv")
say(type="hello", protocol=1, name="spreadsheet", version="1.0.0", features=["acks"])
known = {row[0] for row in csv.reader(open(path, encoding="utf-8-sig", newline=""))} if os.path.exists(path) else None
for batch in iter(lambda: json.loads(sys.stdin.readline()), {"type": "end"}):
    with open(path, "a", encoding="utf-8" if known is not None else "utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        if known is None: rows.writerow(["key", "issue", "section", "title", "unit", "date", "url"])
        known = known or set()
        for item in batch["items"] if batch["key"] not in known else []:
            safe = "'" * item.get("title", "").startswith(("=", "+", "-", "@")) + item.get("title", "")  # 不当公式 no formula
            rows.writerow([batch["key"], batch["edition"]["issue"], item["_edition"]["section"], safe,
                item["_juhe"].get("unit"), item.get("date_published"), item.get("url")])
        file.flush(); os.fsync(file.fileno())
    known.add(batch["key"])
    say(type="ack", batch=batch["batch"])
say(type="done")
