"""A minimal aggregator: fetch with ETags, read with a library, keep in SQLite, write one page of the newest items.

usage: planet.py feedparser|fastfeedparser ADDRESSES FOLDER

Prints nothing; `FOLDER/counts` gets the number of items held and of items edited by this run.
"""

import calendar
import collections
import concurrent.futures
import datetime
import hashlib
import html
import http.client
import importlib
import os
import sqlite3
import sys
import urllib.parse

NEWEST = 500
library = importlib.import_module(sys.argv[1])
folder = sys.argv[3]
with open(sys.argv[2]) as file:
    addresses = file.read().split()

store = sqlite3.connect(os.path.join(folder, "planet.db"))
store.executescript(
    """
    pragma journal_mode = wal;
    create table if not exists feed (address text primary key, etag text);
    create table if not exists item (
        feed text, id text, link text, title text, date integer, body text, digest blob, primary key (feed, id));
    create index if not exists item_date on item (date);
    """
)
etags = dict(store.execute("select address, etag from feed"))


def fetch_host(host, wanted):
    """Asks one host for all its feeds over one connection."""
    connection = http.client.HTTPConnection(host, timeout=60)
    answers = []
    for address in wanted:
        headers = {"If-None-Match": etags[address]} if etags.get(address) else {}
        connection.request("GET", urllib.parse.urlsplit(address).path, headers=headers)
        answer = connection.getresponse()
        answers.append((address, answer.status, answer.read(), answer.headers.get("ETag")))
    connection.close()
    return answers


def date_of(entry):
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if parsed:
        return calendar.timegm(parsed)
    text = entry.get("published") or entry.get("updated")
    return int(datetime.datetime.fromisoformat(text).timestamp()) if text else 0


def body_of(entry):
    content = entry.get("content")
    return content[0]["value"] if content else entry.get("summary") or entry.get("description") or ""


edited = 0
by_host = collections.defaultdict(list)
for address in addresses:
    by_host[urllib.parse.urlsplit(address).netloc].append(address)
with concurrent.futures.ThreadPoolExecutor(16) as pool:
    fetches = [pool.submit(fetch_host, host, wanted) for host, wanted in by_host.items()]
    for fetch in concurrent.futures.as_completed(fetches):
        for address, status, data, etag in fetch.result():
            if status == 304:
                continue
            known = dict(store.execute("select id, digest from item where feed = ?", (address,)))
            for entry in library.parse(data).entries:
                title, link, body = entry.get("title") or "", entry.get("link") or "", body_of(entry)
                identity = entry.get("id") or link
                digest = hashlib.md5("\0".join((title, link, body)).encode()).digest()
                if known.get(identity) == digest:
                    continue
                edited += identity in known
                store.execute(
                    "insert or replace into item values (?, ?, ?, ?, ?, ?, ?)",
                    (address, identity, link, title, date_of(entry), body, digest),
                )
            store.execute("insert or replace into feed values (?, ?)", (address, etag))
store.commit()

with open(os.path.join(folder, "index.html"), "w") as page:
    page.write("<!doctype html><meta charset=utf-8><title>planet</title>\n")
    for link, title, body in store.execute("select link, title, body from item order by date desc limit ?", (NEWEST,)):
        page.write(f'<article><h2><a href="{html.escape(link)}">{html.escape(title)}</a></h2>{body}</article>\n')
held = store.execute("select count(*) from item").fetchone()[0]
with open(os.path.join(folder, "counts"), "w") as counts:
    counts.write(f"{held} {edited}")
