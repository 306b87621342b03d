// The system's libcurl, as Swift sees it.
//
// Swift calls no variadic functions, so each kind of option has a typed door here; nothing else is added.
#ifndef JUHE_CCURL_SHIM_H
#define JUHE_CCURL_SHIM_H

// Handles of different kinds are different types.
#define CURL_STRICTER
#include <curl/curl.h>
#include <locale.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

static inline CURLcode juhe_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

// Options of a transfer
static inline CURLcode juhe_curl_set_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode juhe_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode juhe_curl_set_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode juhe_curl_set_data(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}
// The body of a POST, copied; its size (CURLOPT_POSTFIELDSIZE_LARGE) must have been set before.
static inline CURLcode juhe_curl_copy_body(CURL *easy, const void *bytes) {
  return curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, bytes ? bytes : "");
}
static inline CURLcode juhe_curl_set_share(CURL *easy, CURLSH *share) {
  return curl_easy_setopt(easy, CURLOPT_SHARE, share);
}
static inline CURLcode juhe_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
  return curl_easy_setopt(easy, option, value);
}
// CURLOPT_WRITEFUNCTION, CURLOPT_HEADERFUNCTION
static inline CURLcode juhe_curl_on_bytes(CURL *easy, CURLoption option, curl_write_callback callback) {
  return curl_easy_setopt(easy, option, callback);
}
static inline CURLcode juhe_curl_on_read(CURL *easy, curl_read_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_READFUNCTION, callback);
}
static inline CURLcode juhe_curl_on_progress(CURL *easy, curl_xferinfo_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, callback);
}
static inline CURLcode juhe_curl_on_open(CURL *easy, curl_opensocket_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, callback);
}
static inline CURLcode juhe_curl_on_close(CURL *easy, curl_closesocket_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, callback);
}
static inline CURLcode juhe_curl_on_request(CURL *easy, curl_prereq_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

// What a transfer says afterwards
static inline CURLcode juhe_curl_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLcode juhe_curl_size(CURL *easy, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLcode juhe_curl_text(CURL *easy, CURLINFO info, const char **value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLcode juhe_curl_data(CURL *easy, CURLINFO info, void **value) {
  return curl_easy_getinfo(easy, info, value);
}

// The host of an address in ASCII (IDNA); NULL where it has none. libcurl takes a name for what the thread's locale says,
// and programs begin in one without letters beyond ASCII. What is returned is freed with curl_free.
static inline char *juhe_curl_ascii_host(CURLU *address) {
  locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (!utf8) return NULL;
  locale_t before = uselocale(utf8);
  char *host = NULL;
  CURLUcode code = curl_url_get(address, CURLUPART_HOST, &host, CURLU_PUNYCODE);
  uselocale(before);
  freelocale(utf8);
  return code == CURLUE_OK ? host : NULL;
}

// Many transfers at once
static inline CURLMcode juhe_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode juhe_curl_multi_set_data(CURLM *multi, CURLMoption option, void *value) {
  return curl_multi_setopt(multi, option, value);
}
static inline CURLMcode juhe_curl_multi_on_socket(CURLM *multi, curl_socket_callback callback) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, callback);
}
static inline CURLMcode juhe_curl_multi_on_timer(CURLM *multi, curl_multi_timer_callback callback) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, callback);
}
static inline CURLSHcode juhe_curl_share(CURLSH *share, curl_lock_data kind) {
  return curl_share_setopt(share, CURLSHOPT_SHARE, kind);
}
// The result of a finished transfer: Swift does not see the union in CURLMsg by name.
static inline CURLcode juhe_curl_result(const CURLMsg *message) { return message->data.result; }

// The socket address behind a struct that ends in a longer one than it declares.
static inline const struct sockaddr *juhe_curl_address(const struct curl_sockaddr *address) { return &address->addr; }

// How many bytes a program has read from a TCP socket; -1 where that cannot be said. Of what the system has received
// (tcpi_bytes_received of Linux's struct tcp_info, which C libraries declare without it) it is what waits no more.
static inline int64_t juhe_socket_bytes_read(int socket) {
  enum { tcp_info = 11, bytes_received = 128 };
  unsigned char info[256];
  socklen_t length = sizeof info;
  uint64_t received;
  int waiting = 0;
  if (getsockopt(socket, IPPROTO_TCP, tcp_info, info, &length) != 0) return -1;
  if (length < bytes_received + sizeof received || ioctl(socket, FIONREAD, &waiting) != 0) return -1;
  memcpy(&received, info + bytes_received, sizeof received);
  return (int64_t)received - waiting;
}

// Macros that Swift does not import
static const curl_socket_t juhe_curl_socket_bad = CURL_SOCKET_BAD;
static const curl_socket_t juhe_curl_socket_timeout = CURL_SOCKET_TIMEOUT;
static const size_t juhe_curl_read_stop = CURL_READFUNC_ABORT;
static const int juhe_curl_request_go = CURL_PREREQFUNC_OK;
static const int juhe_curl_request_stop = CURL_PREREQFUNC_ABORT;
static const long juhe_curl_http_2_over_tls = CURL_HTTP_VERSION_2TLS;
static const long juhe_curl_http_1 = CURL_HTTP_VERSION_1_1;

#endif
