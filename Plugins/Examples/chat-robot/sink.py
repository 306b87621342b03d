#!/usr/bin/env python3
# 每批条目写成消息，按字节数在条目之间拆开；HTTP 200 不算成功，要看对方的代码。发出的消息记在 state 里，再来时不重发。
# Writes each batch as messages, split between items by bytes; HTTP 200 is no success, the channel's own code is. What was
# sent stands in the state, and is not sent twice.
import base64, hashlib, hmac, json, sys, time
from urllib.parse import quote_plus

LIMIT = {"wecom": 4096, "dingtalk": 18000, "feishu": 18000}
PASSING = {-1, 45009, 130101, 11232}  # 稍后再试 worth another try

def say(**message): print(json.dumps(message, ensure_ascii=False), flush=True)
def hear(): return json.loads(sys.stdin.readline() or '{"type":"end"}')
def size(text): return len(text.encode())
def signed(key, text): return base64.b64encode(hmac.new(key.encode(), text.encode(), "sha256").digest()).decode()
def cut(text, limit): return text.encode()[:limit].decode(errors="ignore")

start = hear()
config, sent = start["config"], set((start["state"] or {}).get("sent", []))
channel, secret, limit, posted = config["channel"], config.get("secret", ""), LIMIT[config["channel"]], 0
say(type="hello", protocol=1, name="chat-robot", version="1.0.0", features=["fetch", "acks"])

def post(title, text):
    url, seconds = config["webhook"], int(time.time())
    if channel == "wecom":
        body = {"msgtype": "markdown", "markdown": {"content": text}}
    elif channel == "dingtalk":
        body = {"msgtype": "markdown", "markdown": {"title": title, "text": text}}
        if secret:
            url += f"&timestamp={seconds * 1000}&sign=" + quote_plus(signed(secret, f"{seconds * 1000}\n{secret}"))
    else:
        body = {"msg_type": "text", "content": {"text": text}}
        if secret:
            body.update(timestamp=str(seconds), sign=signed(f"{seconds}\n{secret}", ""))
    say(type="fetch", id="post", url=url, method="POST", body=json.dumps(body, ensure_ascii=False))
    answer = hear()
    try:
        told = json.loads(answer["body"])
        code = told.get("errcode", told.get("code", told.get("StatusCode")))
    except (KeyError, ValueError):
        return "transient", str(answer.get("error") or answer.get("status"))
    return None if code == 0 else ("transient" if code in PASSING else "permanent", f"{code} {told.get('errmsg') or told.get('msg')}")

def messages(items, room):
    message = []
    for item in items:
        line = cut(f"- [{item.get('title', '')}]({item['url']})" if item.get("url") else f"- {item.get('title', '')}", room)
        if message and sum(size(text) + 1 for _, text in message) + size(line) > room:
            yield message
            message = []
        message.append((item["id"], line))
    if message: yield message

def send(title, text):
    global posted
    mark = hashlib.sha256(text.encode()).hexdigest()[:16]
    if mark in sent: return None
    posted += 1  # 每分钟最多 20 条 twenty a minute
    trouble = ("rate_limited", "20/min") if posted > 20 else post(title, text)
    if not trouble:
        sent.add(mark)
        say(type="state", state={"sent": sorted(sent)})
    return trouble

while (batch := hear())["type"] == "items":
    edition, failed = batch["edition"], []
    head = cut(f"**{edition['title']} {edition['issue']}**", 300)
    for message in messages(batch["items"], limit - size(head) - 1):
        trouble = send(edition["title"], "\n".join([head] + [text for _, text in message]))
        if trouble:
            failed += [{"id": id, "class": trouble[0], "message": trouble[1]} for id, _ in message]
    say(type="ack", batch=batch["batch"], failed=failed)
say(type="done")
