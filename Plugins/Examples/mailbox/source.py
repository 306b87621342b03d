#!/usr/bin/env python3
import email, email.policy, email.utils, imaplib, json, sys

def say(**message): print(json.dumps(message, ensure_ascii=False), flush=True)

start = json.loads(sys.stdin.readline())
config, last = start["config"], (start["state"] or {}).get("uid", 0)
say(type="hello", protocol=1, name="mailbox", version="1.0.0")
try:
    box = (imaplib.IMAP4_SSL if config["tls"] else imaplib.IMAP4)(config["host"], config["port"], timeout=20)
except OSError as error:
    sys.exit(say(type="error", **{"class": "transient"}, message=str(error)))
try:
    box.login(config["user"], config["password"])
except imaplib.IMAP4.error as error:
    sys.exit(say(type="error", **{"class": "auth"}, message=str(error)))
box.select("INBOX", readonly=True)
for uid in [uid for uid in box.uid("SEARCH", "UID", f"{last + 1}:*")[1][0].split() if int(uid) > last]:
    mail = email.message_from_bytes(box.uid("FETCH", uid, "(BODY.PEEK[])")[1][0][1], policy=email.policy.default)
    body, date = mail.get_body(("plain", "html")), mail["date"]
    say(type="item", item={"id": mail["message-id"] or uid.decode(), "title": mail["subject"],
        "content_text": body.get_content() if body else "", "authors": [{"name": str(mail["from"])}],
        "date_published": date.datetime.isoformat() if date else None})
    last = int(uid)
say(type="state", state={"uid": last})
say(type="done")
