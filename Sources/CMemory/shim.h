// What glibc has for memory and Swift's own module of it leaves out: the settings of its allocator, the search for a run of bytes.
#include <malloc.h>
#include <stddef.h>

void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);
