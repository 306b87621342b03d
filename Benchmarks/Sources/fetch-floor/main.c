// The floor of fetching: libcurl's multi interface, ETags remembered, bodies only counted.
//   fetch-floor ADDRESSES FOLDER
// FOLDER/etags remembers; FOLDER/counts gets "bodies unchanged bytes" of this run. Fails when an answer is no 200 or 304.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <curl/curl.h>

enum { connections = 64, perHost = 4 };

typedef struct {
    char address[256], etag[128];
    struct curl_slist *headers;
} Feed;

static Feed *feeds;
static size_t feedCount, bodies, unchanged, failures;
static unsigned long long bytes;

static size_t body(char *data, size_t size, size_t count, void *context) {
    (void)data, (void)context;
    bytes += size * count;
    return size * count;
}

static size_t header(char *line, size_t size, size_t count, void *context) {
    Feed *feed = context;
    size_t length = size * count;
    if (length > 6 && length < sizeof feed->etag && strncasecmp(line, "etag: ", 6) == 0) {
        memcpy(feed->etag, line + 6, length - 6);
        feed->etag[length - 6] = 0;
        feed->etag[strcspn(feed->etag, "\r\n")] = 0;
    }
    return length;
}

/// Makes the transfer ask for the feed.
static void ask(CURL *transfer, Feed *feed) {
    curl_easy_setopt(transfer, CURLOPT_URL, feed->address);
    curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, body);
    curl_easy_setopt(transfer, CURLOPT_HEADERFUNCTION, header);
    curl_easy_setopt(transfer, CURLOPT_HEADERDATA, feed);
    curl_easy_setopt(transfer, CURLOPT_PRIVATE, feed);
    curl_easy_setopt(transfer, CURLOPT_NOPROXY, "*");
    if (feed->etag[0]) {
        char condition[160];
        snprintf(condition, sizeof condition, "If-None-Match: %s", feed->etag);
        feed->headers = curl_slist_append(NULL, condition);
    }
    curl_easy_setopt(transfer, CURLOPT_HTTPHEADER, feed->headers);
}

static void finish(CURL *transfer, CURLcode result) {
    Feed *feed;
    long status = 0;
    curl_easy_getinfo(transfer, CURLINFO_PRIVATE, &feed);
    curl_easy_getinfo(transfer, CURLINFO_RESPONSE_CODE, &status);
    curl_slist_free_all(feed->headers);
    feed->headers = NULL;
    if (result != CURLE_OK || (status != 200 && status != 304)) {
        failures++;
    } else if (status == 200) {
        bodies++;
    } else {
        unchanged++;
    }
}

static void fetchAll(void) {
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)perHost);
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)connections);
    size_t next = 0;
    int running = 0;
    for (; next < feedCount && next < connections; next++) {
        CURL *transfer = curl_easy_init();
        ask(transfer, &feeds[next]);
        curl_multi_add_handle(multi, transfer);
    }
    do {
        curl_multi_perform(multi, &running);
        CURLMsg *message;
        int left;
        while ((message = curl_multi_info_read(multi, &left))) {
            if (message->msg != CURLMSG_DONE) continue;
            CURL *transfer = message->easy_handle;
            CURLcode result = message->data.result;
            curl_multi_remove_handle(multi, transfer);
            finish(transfer, result);
            if (next < feedCount) {
                curl_easy_reset(transfer);
                ask(transfer, &feeds[next++]);
                curl_multi_add_handle(multi, transfer);
                running++;
            } else {
                curl_easy_cleanup(transfer);
            }
        }
        if (running) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    } while (running);
    curl_multi_cleanup(multi);
}

/// Reads lines, each into the place that `at` names within the next feed.
static size_t readLines(const char *path, size_t offset, size_t room, size_t most) {
    FILE *file = fopen(path, "r");
    size_t count = 0;
    while (file && count < most && fgets((char *)&feeds[count] + offset, (int)room, file)) {
        char *line = (char *)&feeds[count++] + offset;
        line[strcspn(line, "\n")] = 0;
    }
    if (file) fclose(file);
    return count;
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    const size_t most = 200000;
    feeds = calloc(most, sizeof *feeds);
    if (!feeds) return 71;
    char etags[4096], counts[4096];
    snprintf(etags, sizeof etags, "%s/etags", arguments[2]);
    snprintf(counts, sizeof counts, "%s/counts", arguments[2]);
    feedCount = readLines(arguments[1], offsetof(Feed, address), sizeof feeds->address, most);
    readLines(etags, offsetof(Feed, etag), sizeof feeds->etag, feedCount);

    curl_global_init(CURL_GLOBAL_DEFAULT);
    fetchAll();

    FILE *file = fopen(etags, "w");
    if (!file) return 73;
    for (size_t index = 0; index < feedCount; index++) fprintf(file, "%s\n", feeds[index].etag);
    fclose(file);
    file = fopen(counts, "w");
    if (!file) return 73;
    fprintf(file, "%zu %zu %llu\n", bodies, unchanged, bytes);
    fclose(file);
    free(feeds);
    return failures ? 1 : 0;
}
