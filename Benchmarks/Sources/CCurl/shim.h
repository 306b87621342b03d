// The system's libcurl.
#include <curl/curl.h>
