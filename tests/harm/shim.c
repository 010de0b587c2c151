/* Lets the n-th write of this process fail, or kill it, for paths below given folders.
 *
 * Loaded with LD_PRELOAD. Nothing happens until arm_faults() is called (through ctypes), and then
 * only in this process: what it starts is not armed. Counted are calls that make or change a file:
 * open with O_CREAT, write, pwrite, fsync, fdatasync, ftruncate, rename and mkdir. A failure below
 * zero is SIGKILL instead.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char folders[2][4096];
static long failing = 0; /* the number of the call that fails; 0: none is */
static int persistent = 0, failure = 0;
static long counted = 0, fired = 0;
static char last[64];

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void arm_faults(const char *one, const char *other, long number, int code, int lasting) {
    snprintf(folders[0], sizeof folders[0], "%s", one);
    snprintf(folders[1], sizeof folders[1], "%s", other);
    counted = fired = 0;
    last[0] = 0;
    failure = code;
    persistent = lasting;
    __atomic_store_n(&failing, number, __ATOMIC_SEQ_CST);
}

/* Ends it; returns how many calls failed. */
long disarm_faults(void) {
    __atomic_store_n(&failing, 0, __ATOMIC_SEQ_CST);
    return fired;
}

const char *failed_call(void) { return last; }

static int below(const char *path) {
    for (int i = 0; i < 2; i++) {
        size_t length = strlen(folders[i]);
        if (length && strncmp(path, folders[i], length) == 0 &&
            (path[length] == '/' || path[length] == 0))
            return 1;
    }
    return 0;
}

static int fails(const char *call, const char *path) {
    if (!failing || !below(path)) return 0;
    long number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    if (number < failing || (number > failing && !persistent)) return 0;
    if (__atomic_fetch_add(&fired, 1, __ATOMIC_SEQ_CST) == 0)
        snprintf(last, sizeof last, "%s %s", call, strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
    if (failure < 0) kill(getpid(), SIGKILL);
    errno = failure;
    return 1;
}

static int fails_at(const char *call, int handle) {
    char link[64], path[4096];
    if (!failing) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails(call, path);
}

static int fails_opening(const char *path, int flags) {
    return (flags & O_CREAT) && fails("open", path);
}

static mode_t read_mode(int flags, va_list rest) {
    return (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
}

#define OPEN(name)                                        \
    int name(const char *path, int flags, ...) {          \
        va_list rest;                                     \
        va_start(rest, flags);                            \
        mode_t mode = read_mode(flags, rest);             \
        va_end(rest);                                     \
        if (fails_opening(path, flags)) return -1;        \
        return NEXT(name)(path, flags, mode);             \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                      \
    int name(int at, const char *path, int flags, ...) {  \
        va_list rest;                                     \
        va_start(rest, flags);                            \
        mode_t mode = read_mode(flags, rest);             \
        va_end(rest);                                     \
        if (fails_opening(path, flags)) return -1;        \
        return NEXT(name)(at, path, flags, mode);         \
    }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int handle, const void *bytes, size_t count) {
    return fails_at("write", handle) ? -1 : NEXT(write)(handle, bytes, count);
}
ssize_t pwrite(int handle, const void *bytes, size_t count, off_t at) {
    return fails_at("pwrite", handle) ? -1 : NEXT(pwrite)(handle, bytes, count, at);
}
ssize_t pwrite64(int handle, const void *bytes, size_t count, off64_t at) {
    return fails_at("pwrite", handle) ? -1 : NEXT(pwrite64)(handle, bytes, count, at);
}
int fsync(int handle) { return fails_at("fsync", handle) ? -1 : NEXT(fsync)(handle); }
int fdatasync(int handle) { return fails_at("fdatasync", handle) ? -1 : NEXT(fdatasync)(handle); }
int ftruncate(int handle, off_t length) {
    return fails_at("ftruncate", handle) ? -1 : NEXT(ftruncate)(handle, length);
}
int ftruncate64(int handle, off64_t length) {
    return fails_at("ftruncate", handle) ? -1 : NEXT(ftruncate64)(handle, length);
}
int rename(const char *from, const char *to) {
    return fails("rename", to) ? -1 : NEXT(rename)(from, to);
}
int renameat(int one, const char *from, int other, const char *to) {
    return fails("rename", to) ? -1 : NEXT(renameat)(one, from, other, to);
}
int mkdir(const char *path, mode_t mode) {
    return fails("mkdir", path) ? -1 : NEXT(mkdir)(path, mode);
}
