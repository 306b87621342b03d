// The floor of a whole run: libcurl fetches, libxml2's reader reads, SQLite keeps, a page of the newest items is written.
//   run-floor ADDRESSES FOLDER
// Knows the two formats that the benchmark serves and nothing else: no repair, no sanitizing, no versions, one commit.
// FOLDER/counts gets "items edited" as they are after this run. Fails when an answer is no 200 or 304.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <curl/curl.h>
#include <libxml/xmlreader.h>
#include <sqlite3.h>

enum { connections = 64, perHost = 4, newest = 500 };

typedef struct {
    int number;
    char *body;
    size_t size, room;
    char etag[128];
    struct curl_slist *headers;
} Transfer;

enum { itemID, itemLink, itemTitle, itemDate, itemText, itemFields };

static char (*addresses)[256];
static size_t feedCount;
static int failures, edited;
static sqlite3 *database;
static sqlite3_stmt *findTag, *keepTag, *keepItem;

static void run(const char *sql) {
    char *message = NULL;
    if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK) {
        fprintf(stderr, "%s\n", message);
        exit(74);
    }
}

static sqlite3_stmt *prepared(const char *sql) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) != SQLITE_OK) exit(74);
    return statement;
}

static void openStore(const char *path) {
    if (sqlite3_open(path, &database) != SQLITE_OK) exit(74);
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE IF NOT EXISTS feed (id INTEGER PRIMARY KEY, etag TEXT, asked INTEGER);"
        "CREATE TABLE IF NOT EXISTS item (id INTEGER PRIMARY KEY, feed INTEGER, guid TEXT, link TEXT, title TEXT,"
        " date INTEGER, text TEXT, hash INTEGER, UNIQUE (feed, guid));"
        "CREATE INDEX IF NOT EXISTS item_date ON item (date);");
    findTag = prepared("SELECT etag FROM feed WHERE id = ?");
    keepTag = prepared(
        "INSERT INTO feed VALUES (?1, ?2, ?3)"
        " ON CONFLICT (id) DO UPDATE SET etag = ifnull(?2, etag), asked = ?3");
    keepItem = prepared(
        "INSERT INTO item (feed, guid, link, title, date, text, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (feed, guid) DO UPDATE SET link = excluded.link, title = excluded.title, date = excluded.date,"
        " text = excluded.text, hash = excluded.hash WHERE hash <> excluded.hash");
}

static sqlite3_int64 hashOf(const char *fields[]) {
    unsigned long long hash = 14695981039346656037ull;
    for (int field = itemLink; field < itemFields; field++)
        for (const char *at = fields[field]; field != itemDate && at && *at; at++)
            hash = (hash ^ (unsigned char)*at) * 1099511628211ull;
    return (sqlite3_int64)hash;
}

static time_t dateOf(const char *text) {
    struct tm parts = {0};
    if (!text) return 0;
    if (strlen(text) > 4 && text[4] == '-') return strptime(text, "%Y-%m-%dT%H:%M:%S", &parts) ? timegm(&parts) : 0;
    return strptime(text, "%a, %d %b %Y %H:%M:%S", &parts) ? timegm(&parts) : 0;
}

static void keep(int feed, char *fields[]) {
    const char **texts = (const char **)fields;
    sqlite3_int64 before = sqlite3_last_insert_rowid(database);
    sqlite3_bind_int(keepItem, 1, feed);
    sqlite3_bind_text(keepItem, 2, fields[itemID], -1, SQLITE_STATIC);
    sqlite3_bind_text(keepItem, 3, fields[itemLink], -1, SQLITE_STATIC);
    sqlite3_bind_text(keepItem, 4, fields[itemTitle], -1, SQLITE_STATIC);
    sqlite3_bind_int64(keepItem, 5, dateOf(fields[itemDate]));
    sqlite3_bind_text(keepItem, 6, fields[itemText], -1, SQLITE_STATIC);
    sqlite3_bind_int64(keepItem, 7, hashOf(texts));
    if (sqlite3_step(keepItem) != SQLITE_DONE) exit(74);
    if (sqlite3_changes(database) && sqlite3_last_insert_rowid(database) == before) edited++;
    sqlite3_reset(keepItem);
}

/// Takes the text of an element, or the address of Atom's link.
static void take(xmlTextReaderPtr reader, const char *name, char *fields[]) {
    int field = -1, wins = 1;
    if (!strcmp(name, "title")) field = itemTitle;
    else if (!strcmp(name, "guid") || !strcmp(name, "id")) field = itemID;
    else if (!strcmp(name, "link")) field = itemLink;
    else if (!strcmp(name, "pubDate") || !strcmp(name, "published") || !strcmp(name, "updated")) field = itemDate;
    else if (!strcmp(name, "encoded") || !strcmp(name, "content")) field = itemText;
    else if (!strcmp(name, "description") || !strcmp(name, "summary")) field = itemText, wins = 0;
    if (field < 0) return;
    xmlChar *text = field == itemLink ? xmlTextReaderGetAttribute(reader, (const xmlChar *)"href") : NULL;
    if (!text) text = xmlTextReaderReadString(reader);
    if (fields[field] && !wins) {
        xmlFree(text);
        return;
    }
    xmlFree(fields[field]);
    fields[field] = (char *)text;
}

static void readFeed(int feed, const char *bytes, size_t size) {
    xmlTextReaderPtr reader =
        xmlReaderForMemory(bytes, (int)size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOCDATA);
    char *fields[itemFields] = {0};
    int isInside = 0;
    while (reader && xmlTextReaderRead(reader) == 1) {
        int type = xmlTextReaderNodeType(reader);
        if (type != XML_READER_TYPE_ELEMENT && type != XML_READER_TYPE_END_ELEMENT) continue;
        const char *name = (const char *)xmlTextReaderConstLocalName(reader);
        int isItem = !strcmp(name, "item") || !strcmp(name, "entry");
        if (type == XML_READER_TYPE_END_ELEMENT) {
            if (!isItem) continue;
            keep(feed, fields);
            for (int field = 0; field < itemFields; field++) xmlFree(fields[field]), fields[field] = NULL;
            isInside = 0;
        } else if (isItem) {
            isInside = 1;
        } else if (isInside) {
            take(reader, name, fields);
        }
    }
    xmlFreeTextReader(reader);
}

static size_t body(char *data, size_t size, size_t count, void *context) {
    Transfer *transfer = context;
    size_t length = size * count;
    if (transfer->size + length > transfer->room) {
        transfer->room = (transfer->size + length) * 2;
        transfer->body = realloc(transfer->body, transfer->room);
        if (!transfer->body) exit(71);
    }
    memcpy(transfer->body + transfer->size, data, length);
    transfer->size += length;
    return length;
}

static size_t header(char *line, size_t size, size_t count, void *context) {
    Transfer *transfer = context;
    size_t length = size * count;
    if (length > 6 && length < sizeof transfer->etag && strncasecmp(line, "etag: ", 6) == 0) {
        memcpy(transfer->etag, line + 6, length - 6);
        transfer->etag[length - 6] = 0;
        transfer->etag[strcspn(transfer->etag, "\r\n")] = 0;
    }
    return length;
}

static void ask(CURL *easy, Transfer *transfer, int number) {
    transfer->number = number;
    transfer->size = 0;
    transfer->etag[0] = 0;
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, addresses[number]);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, body);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    sqlite3_bind_int(findTag, 1, number);
    const char *tag =
        sqlite3_step(findTag) == SQLITE_ROW ? (const char *)sqlite3_column_text(findTag, 0) : NULL;
    if (tag) {
        char condition[160];
        snprintf(condition, sizeof condition, "If-None-Match: %s", tag);
        transfer->headers = curl_slist_append(NULL, condition);
    }
    sqlite3_reset(findTag);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);
}

static Transfer *finish(CURL *easy, CURLcode result) {
    Transfer *transfer;
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &transfer);
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(transfer->headers);
    transfer->headers = NULL;
    if (result != CURLE_OK || (status != 200 && status != 304)) failures++;
    if (status == 200) readFeed(transfer->number, transfer->body, transfer->size);
    sqlite3_bind_int(keepTag, 1, transfer->number);
    sqlite3_bind_text(keepTag, 2, status == 200 && transfer->etag[0] ? transfer->etag : NULL, -1, SQLITE_STATIC);
    sqlite3_bind_int64(keepTag, 3, time(NULL));
    sqlite3_step(keepTag);
    sqlite3_reset(keepTag);
    return transfer;
}

static void fetchAll(void) {
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)perHost);
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)connections);
    static Transfer transfers[connections];
    size_t next = 0;
    int running = 0;
    for (; next < feedCount && next < connections; next++) {
        CURL *easy = curl_easy_init();
        ask(easy, &transfers[next], (int)next);
        curl_multi_add_handle(multi, easy);
    }
    do {
        curl_multi_perform(multi, &running);
        CURLMsg *message;
        int left;
        while ((message = curl_multi_info_read(multi, &left))) {
            if (message->msg != CURLMSG_DONE) continue;
            CURL *easy = message->easy_handle;
            CURLcode result = message->data.result;
            curl_multi_remove_handle(multi, easy);
            Transfer *transfer = finish(easy, result);
            if (next < feedCount) {
                ask(easy, transfer, (int)next++);
                curl_multi_add_handle(multi, easy);
                running++;
            } else {
                curl_easy_cleanup(easy);
            }
        }
        if (running) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    } while (running);
    curl_multi_cleanup(multi);
}

static void writeEscaped(FILE *file, const char *text) {
    for (; text && *text; text++) {
        switch (*text) {
        case '<': fputs("&lt;", file); break;
        case '>': fputs("&gt;", file); break;
        case '&': fputs("&amp;", file); break;
        case '"': fputs("&quot;", file); break;
        default: fputc(*text, file);
        }
    }
}

static void writePage(const char *path) {
    FILE *file = fopen(path, "w");
    if (!file) exit(73);
    fputs("<!doctype html><meta charset=utf-8>\n", file);
    sqlite3_stmt *rows = prepared("SELECT link, title, text FROM item ORDER BY date DESC LIMIT ?");
    sqlite3_bind_int(rows, 1, newest);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        fputs("<article><h2><a href=\"", file);
        writeEscaped(file, (const char *)sqlite3_column_text(rows, 0));
        fputs("\">", file);
        writeEscaped(file, (const char *)sqlite3_column_text(rows, 1));
        fputs("</a></h2>", file);
        fputs((const char *)sqlite3_column_text(rows, 2), file);
        fputs("</article>\n", file);
    }
    sqlite3_finalize(rows);
    fclose(file);
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    const size_t most = 200000;
    addresses = calloc(most, sizeof *addresses);
    if (!addresses) return 71;
    FILE *list = fopen(arguments[1], "r");
    while (list && feedCount < most && fgets(addresses[feedCount], sizeof *addresses, list)) {
        addresses[feedCount][strcspn(addresses[feedCount], "\n")] = 0;
        feedCount++;
    }
    if (list) fclose(list);

    char path[4096];
    snprintf(path, sizeof path, "%s/floor.sqlite", arguments[2]);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    openStore(path);
    run("BEGIN");
    fetchAll();
    run("COMMIT");
    snprintf(path, sizeof path, "%s/page.html", arguments[2]);
    writePage(path);

    sqlite3_stmt *rows = prepared("SELECT count(*) FROM item");
    int items = sqlite3_step(rows) == SQLITE_ROW ? sqlite3_column_int(rows, 0) : -1;
    sqlite3_finalize(rows);
    snprintf(path, sizeof path, "%s/counts", arguments[2]);
    FILE *file = fopen(path, "w");
    if (!file) return 73;
    fprintf(file, "%d %d\n", items, edited);
    fclose(file);
    sqlite3_finalize(findTag);
    sqlite3_finalize(keepTag);
    sqlite3_finalize(keepItem);
    sqlite3_close(database);
    free(addresses);
    return failures ? 1 : 0;
}
