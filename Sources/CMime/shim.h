// The system's GMime, as Swift sees it: mail messages with all their parts.
//
// Its functions are declared here, as gmime 3 has them, because its own headers bring those of GLib with flags that a Swift
// package may not pass on. Every object is opaque and is given back with g_object_unref; texts are with g_free, unless const.
#ifndef JUHE_CMIME_SHIM_H
#define JUHE_CMIME_SHIM_H

#include <stddef.h>

void g_mime_init(void);
void g_free(void *text);
void g_object_unref(void *object);
int g_type_check_instance_is_a(void *object, unsigned long type);

void *g_mime_stream_mem_new_with_buffer(const char *bytes, size_t count);
void *g_mime_stream_mem_new(void);
void *g_mime_stream_mem_get_byte_array(void *stream);
void *g_mime_parser_new_with_stream(void *stream);
void *g_mime_parser_construct_message(void *parser, void *options);

unsigned long g_mime_multipart_get_type(void);
unsigned long g_mime_message_part_get_type(void);
unsigned long g_mime_part_get_type(void);

void *g_mime_message_get_mime_part(void *message);
int g_mime_multipart_get_count(void *multipart);
void *g_mime_multipart_get_part(void *multipart, int index);
void *g_mime_message_part_get_message(void *part);
void *g_mime_part_get_content(void *part);
const char *g_mime_part_get_filename(void *part);
long g_mime_data_wrapper_write_to_stream(void *wrapper, void *stream);

void *g_mime_object_get_content_type(void *object);
const char *g_mime_object_get_content_id(void *object);
const char *g_mime_object_get_disposition(void *object);
const char *g_mime_object_get_content_type_parameter(void *object, const char *name);
const char *g_mime_content_type_get_media_type(void *type);
const char *g_mime_content_type_get_media_subtype(void *type);
void *g_mime_object_get_header_list(void *object);
void *g_mime_header_list_get_header(void *list, const char *name);
const char *g_mime_header_get_raw_value(void *header);

// Writing. The numbers are those of GMimeAddressType and GMimeContentEncoding.
enum { JUHE_MIME_FROM = 1, JUHE_MIME_TO = 3 };
enum { JUHE_MIME_DEFAULT = 0, JUHE_MIME_BASE64 = 4 };
void *g_mime_message_new(int pretty_headers);
void g_mime_message_set_subject(void *message, const char *subject, const char *charset);
void g_mime_message_add_mailbox(void *message, int type, const char *name, const char *address);
void g_mime_message_set_message_id(void *message, const char *identifier);
void g_mime_message_set_mime_part(void *message, void *part);
void g_mime_object_set_header(void *object, const char *name, const char *value, const char *charset);
char *g_mime_object_to_string(void *object, void *options);
void *g_mime_multipart_new_with_subtype(const char *subtype);
void g_mime_multipart_set_boundary(void *multipart, const char *boundary);
void g_mime_multipart_add(void *multipart, void *part);
void *g_mime_text_part_new_with_subtype(const char *subtype);
void g_mime_text_part_set_charset(void *part, const char *charset);
void g_mime_text_part_set_text(void *part, const char *text);
void g_mime_part_set_content_encoding(void *part, int encoding);
void *g_mime_part_new_with_type(const char *type, const char *subtype);
void *g_mime_data_wrapper_new_with_stream(void *stream, int encoding);
void g_mime_part_set_content(void *part, void *wrapper);
void g_mime_object_set_content_id(void *object, const char *identifier);
void g_mime_object_set_disposition(void *object, const char *disposition);

// What g_mime_stream_mem_get_byte_array points to (GLib's GByteArray).
struct JuheByteArray {
    unsigned char *data;
    unsigned int count;
};

#endif
