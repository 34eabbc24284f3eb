/*
 * Counts the calls by which a process changes files below one folder, and ends the process by SIGKILL just before the
 * call with a given number; loaded before the C library (LD_PRELOAD). A kill leaves what the system has been told so far:
 * a program that survives it at every call survives it at any moment.
 *
 * SO_CAN_BO_KILL_UNDER: the folder. SO_CAN_BO_KILL_AT: the number, from 1; 0 counts only.
 * SO_CAN_BO_KILL_TORN: 1 writes half of the bytes of that call before it ends the process.
 * SO_CAN_BO_KILL_COUNT: a file outside of the folder that the count is written to when the process ends by itself.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 65536

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static unsigned char ours[MOST_FILES];
static long count = 0, kill_at = 0;
static int torn = 0;
static char under[4096];
static size_t under_length = 0;

__attribute__((constructor)) static void begin(void) {
  const char *folder = getenv("SO_CAN_BO_KILL_UNDER");
  const char *at = getenv("SO_CAN_BO_KILL_AT");
  const char *half = getenv("SO_CAN_BO_KILL_TORN");
  if (folder == NULL || strlen(folder) >= sizeof under) return;
  strcpy(under, folder);
  under_length = strlen(under);
  kill_at = at == NULL ? 0 : atol(at);
  torn = half != NULL && half[0] == '1';
}

__attribute__((destructor)) static void end(void) {
  const char *file = getenv("SO_CAN_BO_KILL_COUNT");
  if (file == NULL) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld\n", count);
  int out = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (out < 0) return;
  if (syscall(SYS_write, out, text, length) != length) _exit(97);
  syscall(SYS_close, out);
}

static int is_under(const char *path) {
  return under_length > 0 && path != NULL && strncmp(path, under, under_length) == 0;
}

static int is_ours(int file) { return file >= 0 && file < MOST_FILES && ours[file]; }

static void die(void) {
  syscall(SYS_kill, getpid(), SIGKILL);
  for (;;) pause();
}

/* Whether the process ends with this call; the caller does half of it first where it can. */
static int is_last(void) {
  pthread_mutex_lock(&guard);
  int last = ++count == kill_at;
  pthread_mutex_unlock(&guard);
  return last;
}

static void counted(int relevant) {
  if (relevant && is_last()) die();
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int opened(const char *path, int flags, int file) {
  if (file >= 0 && file < MOST_FILES) ours[file] = is_under(path) && (flags & O_ACCMODE) != O_RDONLY;
  return file;
}

static void before_open(const char *path, int flags) {
  counted(is_under(path) && (flags & (O_CREAT | O_TRUNC)) != 0);
}

#define OPEN(name)                                        \
  int name(const char *path, int flags, ...) {            \
    va_list rest;                                         \
    va_start(rest, flags);                                \
    int mode = (flags & O_CREAT) ? va_arg(rest, int) : 0; \
    va_end(rest);                                         \
    before_open(path, flags);                             \
    return opened(path, flags, REAL(name)(path, flags, mode)); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                      \
  int name(int folder, const char *path, int flags, ...) { \
    va_list rest;                                         \
    va_start(rest, flags);                                \
    int mode = (flags & O_CREAT) ? va_arg(rest, int) : 0; \
    va_end(rest);                                         \
    before_open(path, flags);                             \
    return opened(path, flags, REAL(name)(folder, path, flags, mode)); \
  }
OPENAT(openat)
OPENAT(openat64)

ssize_t write(int file, const void *bytes, size_t length) {
  if (is_ours(file) && is_last()) {
    if (torn) REAL(write)(file, bytes, length / 2);
    die();
  }
  return REAL(write)(file, bytes, length);
}

#define PWRITE(name, offset_type)                                                   \
  ssize_t name(int file, const void *bytes, size_t length, offset_type at) {        \
    if (is_ours(file) && is_last()) {                                               \
      if (torn) REAL(name)(file, bytes, length / 2, at);                            \
      die();                                                                        \
    }                                                                               \
    return REAL(name)(file, bytes, length, at);                                     \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define ON_FILE(type, name, parameters, arguments) \
  type name parameters {                           \
    counted(is_ours(file));                        \
    return REAL(name) arguments;                   \
  }
ON_FILE(ssize_t, writev, (int file, const struct iovec *parts, int number), (file, parts, number))
ON_FILE(ssize_t, pwritev, (int file, const struct iovec *parts, int number, off_t at), (file, parts, number, at))
ON_FILE(ssize_t, pwritev64, (int file, const struct iovec *parts, int number, off64_t at), (file, parts, number, at))
ON_FILE(int, ftruncate, (int file, off_t length), (file, length))
ON_FILE(int, ftruncate64, (int file, off64_t length), (file, length))
ON_FILE(int, fsync, (int file), (file))
ON_FILE(int, fdatasync, (int file), (file))
ON_FILE(int, fchmod, (int file, mode_t mode), (file, mode))

#define ON_PATH(name, parameters, arguments) \
  int name parameters {                      \
    counted(is_under(path));                 \
    return REAL(name) arguments;             \
  }
ON_PATH(unlink, (const char *path), (path))
ON_PATH(unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
ON_PATH(rmdir, (const char *path), (path))
ON_PATH(remove, (const char *path), (path))
ON_PATH(rename, (const char *path, const char *to), (path, to))
ON_PATH(link, (const char *path, const char *to), (path, to))
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode))
ON_PATH(chmod, (const char *path, mode_t mode), (path, mode))
ON_PATH(truncate, (const char *path, off_t length), (path, length))

int close(int file) {
  if (file >= 0 && file < MOST_FILES) ours[file] = 0;
  return REAL(close)(file);
}
