// The floor of reading XML: libxml2's push parser with callbacks that only count.
//   parse-floor FILE...
// Prints how much it saw as one line of JSON.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../CLibXML2/shim.h"

typedef struct {
    unsigned long elements, text, errors;
} Counts;

static void startElement(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaceCount,
    const xmlChar **namespaces, int attributeCount, int defaultedCount, const xmlChar **attributes) {
    ((Counts *)context)->elements++;
}

static void text(void *context, const xmlChar *bytes, int count) { ((Counts *)context)->text += count; }

static void problem(void *context, xmlErrorPtr error) {
    if (error->level >= XML_ERR_ERROR) ((Counts *)context)->errors++;
}

/// Reads a whole file into a buffer that grows and is kept for the next one.
static int readFile(const char *path, char **buffer, size_t *capacity, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) return 0;
    struct stat status;
    if (fstat(fileno(file), &status) != 0) {
        fclose(file);
        return 0;
    }
    *size = (size_t)status.st_size;
    if (*size > *capacity) {
        char *larger = realloc(*buffer, *size);
        if (!larger) {
            fclose(file);
            return 0;
        }
        *buffer = larger;
        *capacity = *size;
    }
    int whole = fread(*buffer, 1, *size, file) == *size;
    fclose(file);
    return whole;
}

static void parse(const char *bytes, size_t size, Counts *counts) {
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = startElement;
    handler.characters = handler.cdataBlock = handler.ignorableWhitespace = text;
    handler.serror = problem;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, counts, NULL, 0, NULL);
    if (!parser) {
        counts->errors++;
        return;
    }
    xmlCtxtUseOptions(parser, XML_PARSE_NONET);
    const size_t chunk = 256 * 1024;
    for (size_t at = 0; at < size; at += chunk) {
        size_t count = size - at < chunk ? size - at : chunk;
        // An encoding error shows in the return value only.
        if (xmlParseChunk(parser, bytes + at, (int)count, 0) != 0) counts->errors++;
    }
    xmlParseChunk(parser, NULL, 0, 1);
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
}

int main(int count, char **arguments) {
    Counts counts = {0, 0, 0};
    char *buffer = NULL;
    size_t capacity = 0;
    for (int index = 1; index < count; index++) {
        size_t size = 0;
        if (readFile(arguments[index], &buffer, &capacity, &size)) {
            parse(buffer, size, &counts);
        } else {
            counts.errors++;
        }
    }
    free(buffer);
    printf("{\"elements\": %lu, \"text_bytes\": %lu, \"errors\": %lu}\n", counts.elements, counts.text, counts.errors);
    return counts.errors ? 1 : 0;
}
