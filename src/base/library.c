/* Shared libraries that few documents need. */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool library_open(const char *file, const char *const *names, size_t count, void *functions) {
    void *opened = dlopen(file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    for (size_t i = 0; i < count; i++) {
        void *found = opened ? dlsym(opened, names[i]) : NULL;
        if (!found) return false;
        memcpy((char *)functions + i * sizeof found, &found, sizeof found);
    }
    return true;
}
