#!/usr/bin/env python3
import json, sys

def say(**message): print(json.dumps(message, ensure_ascii=False), flush=True)

config = json.loads(sys.stdin.readline())["config"]
say(type="hello", protocol=1, name="json-api", version="1.0.0", features=["fetch"])
say(type="fetch", id="api", url=config["url"])
answer = json.loads(sys.stdin.readline())
if answer.get("status") != 200:
    sys.exit(say(type="error", **{"class": "transient"}, message=str(answer.get("error") or answer["status"])))
for record in json.loads(answer["body"])[config.get("list", "data")]:
    say(type="item", item={"id": str(record["id"]), "title": record["title"], "url": record.get("url"),
        "content_text": record.get("summary", ""), "date_published": record.get("date")})
say(type="done")
