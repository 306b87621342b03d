#ifndef CBENCH_H
#define CBENCH_H

#include <stddef.h>

/// Writes `size` bytes of UTF-8 as GB18030. Returns the bytes written, or -1 when they do not fit.
ptrdiff_t bench_gb18030(const char *utf8, size_t size, char *into, size_t capacity);

#endif
