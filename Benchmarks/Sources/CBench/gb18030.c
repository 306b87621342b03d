#include "cbench.h"

#include <iconv.h>

ptrdiff_t bench_gb18030(const char *utf8, size_t size, char *into, size_t capacity) {
    iconv_t converter = iconv_open("GB18030", "UTF-8");
    if (converter == (iconv_t)-1) return -1;
    char *from = (char *)utf8;
    char *to = into;
    size_t room = capacity;
    size_t lost = iconv(converter, &from, &size, &to, &room);
    iconv_close(converter);
    return lost == (size_t)-1 ? -1 : to - into;
}
