// What glibc has for memory and Swift's own module of it leaves out: the settings of its allocator, the search for a run of bytes;
// and of SQLite's memory a setting that Swift cannot call, for its function takes any number of arguments.
#include <malloc.h>
#include <stddef.h>

void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

int sqlite3_config(int option, ...);

/// Counts no memory (SQLITE_CONFIG_MEMSTATUS), which costs a lock for every piece; before the first database is opened only.
static inline int juhe_sqlite_count_no_memory(void) { return sqlite3_config(9, 0); }
