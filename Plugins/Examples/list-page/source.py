#!/usr/bin/env python3
import json, re, sys, urllib.parse
def say(**message): print(json.dumps(message, ensure_ascii=False), flush=True)
start = json.loads(sys.stdin.readline())
url, seen = start["config"]["url"], (start["state"] or {}).get("day", "")
say(type="hello", protocol=1, name="list-page", version="1.0.0", features=["fetch"])
say(type="fetch", id="list", url=url)
page = json.loads(sys.stdin.readline())
rows = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)</a>\D*(\d{4}-\d\d-\d\d)', page.get("body", ""))
if page.get("status") != 200 or not rows:
    sys.exit(say(type="error", **{"class": "data" if page.get("status") == 200 else "transient"}, message=str(page.get("error") or page["status"])))
for link, title, day in (row for row in rows if row[2] >= seen):
    say(type="item", item={"id": urllib.parse.urljoin(url, link), "url": urllib.parse.urljoin(url, link), "title": title.strip(), "date_published": day})
say(type="state", state={"day": max(row[2] for row in rows)})
say(type="done")
