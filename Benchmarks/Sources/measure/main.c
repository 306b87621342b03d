// Runs a program and tells what it and its children cost.
//   measure RESULT PROCESSORS PROGRAM [ARGUMENT...]
// RESULT gets "processor-seconds wall-seconds peak-bytes exit-code"; PROCESSORS is how many it may use, 0 for all.
//
// A program of its own, and a small one: on Linux the peak of a process counts what it was before exec, so a child of
// a large process looks large.
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

/// Keeps so many of the processors that we have. Children inherit it.
static int useProcessors(int count) {
    cpu_set_t all, chosen;
    if (sched_getaffinity(0, sizeof all, &all) != 0) return 0;
    CPU_ZERO(&chosen);
    for (int cpu = 0, taken = 0; cpu < CPU_SETSIZE && taken < count; cpu++) {
        if (!CPU_ISSET(cpu, &all)) continue;
        CPU_SET(cpu, &chosen);
        taken++;
    }
    return sched_setaffinity(0, sizeof chosen, &chosen) == 0;
}

extern char **environ;

int main(int count, char **arguments) {
    if (count < 4) return 64;
    int processors = atoi(arguments[2]);
    if (processors > 0 && !useProcessors(processors)) return 71;

    double start = now();
    pid_t child;
    int code = posix_spawnp(&child, arguments[3], NULL, NULL, arguments + 3, environ);
    if (code != 0) return 127;
    int status;
    struct rusage usage;
    while (wait4(child, &status, 0, &usage) < 0) {
        if (errno != EINTR) return 71;
    }
    double wall = now() - start;

    FILE *result = fopen(arguments[1], "w");
    if (!result) return 73;
    // As the shell tells it: 128 and the signal for a process that was killed.
    int exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    fprintf(
        result, "%.6f %.6f %ld %d\n", seconds(usage.ru_utime) + seconds(usage.ru_stime), wall,
        usage.ru_maxrss * 1024, exitCode);
    return fclose(result) == 0 ? 0 : 74;
}
