#!/usr/bin/env python3
import json, sys

def say(**message): print(json.dumps(message, ensure_ascii=False), flush=True)

config = json.loads(sys.stdin.readline())["config"]
say(type="hello", protocol=1, name="own-labels", version="1.0.0")
for item in json.loads(sys.stdin.readline())["items"]:
    if config["word"] in item.get("title", ""):
        say(type="item", item={"id": item["id"], "tags": [config["tag"]]})
say(type="done")
