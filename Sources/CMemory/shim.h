// What glibc has for memory and Swift's own module of it leaves out: the settings of its allocator, the search for a run of bytes;
// and of SQLite's memory a setting that Swift cannot call, for its function takes any number of arguments.
// Where jemalloc is installed it is linked (its pkg-config file says how), and every thread allocates by it.
#include <malloc.h>
#include <stddef.h>
#include <sys/types.h>

#if __has_include(<jemalloc/jemalloc.h>)
#include <jemalloc/jemalloc.h>
#endif

void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

int sqlite3_config(int option, ...);

/// Counts no memory (SQLITE_CONFIG_MEMSTATUS), which costs a lock for every piece; before the first database is opened only.
static inline int juhe_sqlite_count_no_memory(void) { return sqlite3_config(9, 0); }

/// Keeps what was freed for what comes next, instead of giving it to the system and asking for it again; to be called before
/// there is a second thread. jemalloc gives pages back that nobody took for `milliseconds`; glibc's allocator keeps them
/// (mallopt(3)), asks for much at once, and lets all threads share two heaps.
static inline void juhe_keep_memory(ssize_t milliseconds) {
#if __has_include(<jemalloc/jemalloc.h>)
    ssize_t none = 0;
    mallctl("arenas.dirty_decay_ms", NULL, NULL, &milliseconds, sizeof milliseconds);
    mallctl("arenas.muzzy_decay_ms", NULL, NULL, &none, sizeof none);
    mallctl("arena.0.dirty_decay_ms", NULL, NULL, &milliseconds, sizeof milliseconds);
    mallctl("arena.0.muzzy_decay_ms", NULL, NULL, &none, sizeof none);
#else
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_TOP_PAD, 4 << 20);
    mallopt(M_ARENA_MAX, 2);
#endif
}

/// Gives what is free to the system.
static inline void juhe_give_memory_back(void) {
#if __has_include(<jemalloc/jemalloc.h>)
    mallctl("arena.4096.purge", NULL, NULL, NULL, 0);  // MALLCTL_ARENAS_ALL
#else
    malloc_trim(0);
#endif
}
