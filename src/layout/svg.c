/* SVG through librsvg. The library brings forty others along, which cost every start of the program some
 * milliseconds; so it is opened when the first drawing is read, and never closed. */
#include <dlfcn.h>
#include <string.h>

#include <librsvg/rsvg.h>

#include "layout/engine.h"

#define LIBRARY "librsvg-2.so.2"

enum { SVG_SIDE = 2000 };

/* What is used of librsvg and of cairo and GObject below it. */
#define FUNCTIONS(X) \
    X(cairo_image_surface_get_data) \
    X(cairo_image_surface_get_stride) \
    X(rsvg_handle_new_from_data) \
    X(g_error_free) \
    X(rsvg_handle_get_intrinsic_size_in_pixels) \
    X(rsvg_handle_get_intrinsic_dimensions) \
    X(cairo_image_surface_create) \
    X(cairo_create) \
    X(rsvg_handle_render_document) \
    X(cairo_status) \
    X(cairo_destroy) \
    X(cairo_surface_flush) \
    X(cairo_surface_destroy) \
    X(g_object_unref)

static struct {
#define MEMBER(name) __typeof__(name) *name;
    FUNCTIONS(MEMBER)
} library;

static bool library_open(void) {
    static const struct { const char *name; size_t offset; } SYMBOLS[] = {
#define SYMBOL(name) {#name, offsetof(__typeof__(library), name)},
        FUNCTIONS(SYMBOL)};
    static bool tried, complete;
    if (tried) return complete;
    tried = true;
    void *opened = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!opened) return false;
    for (size_t i = 0; i < sizeof SYMBOLS / sizeof *SYMBOLS; i++) {
        void *found = dlsym(opened, SYMBOLS[i].name);
        if (!found) return false;
        memcpy((char *)&library + SYMBOLS[i].offset, &found, sizeof found);
    }
    return complete = true;
}

/* Cairo's premultiplied ARGB words as straight RGBA bytes. */
static unsigned char *straight(Arena *arena, cairo_surface_t *surface, int width, int height) {
    const unsigned char *data = library.cairo_image_surface_get_data(surface);
    int stride = library.cairo_image_surface_get_stride(surface);
    unsigned char *rgba = arena_array(arena, (size_t)width * (size_t)height, 4);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            uint32_t word;
            memcpy(&word, data + (size_t)y * (size_t)stride + (size_t)x * 4, 4);
            unsigned a = word >> 24;
            unsigned char *to = rgba + ((size_t)y * (size_t)width + (size_t)x) * 4;
            for (int k = 0; k < 3; k++) {
                unsigned c = word >> (16 - 8 * k) & 255;
                to[k] = (unsigned char)(a ? (c * 255 + a / 2) / a > 255 ? 255 : (c * 255 + a / 2) / a : 255);
            }
            to[3] = (unsigned char)a;
        }
    return rgba;
}

/* No base URI is given, so that a drawing cannot load other files. */
bool svg_read(Arena *arena, const Buffer *file, Image *image, const char **missing) {
    if (!library_open()) {
        *missing = LIBRARY;
        return false;
    }
    GError *error = NULL;
    RsvgHandle *svg = library.rsvg_handle_new_from_data((const guint8 *)file->data, file->size, &error);
    if (!svg) { library.g_error_free(error); return false; }
    double w = 0, h = 0;
    RsvgRectangle box = {0, 0, 0, 0};
    gboolean has_width, has_height, has_box;
    RsvgLength lw, lh;
    if (!library.rsvg_handle_get_intrinsic_size_in_pixels(svg, &w, &h)) {
        library.rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &lw, &has_height, &lh, &has_box, &box);
        w = has_box ? box.width : 100, h = has_box ? box.height : 100;
    }
    bool good = w > 0 && h > 0 && w < 1e6 && h < 1e6;
    cairo_surface_t *surface = NULL;
    if (good) {
        double scale = SVG_SIDE / (w > h ? w : h);
        image->width = (int)(w * scale + 0.5) > 0 ? (int)(w * scale + 0.5) : 1;
        image->height = (int)(h * scale + 0.5) > 0 ? (int)(h * scale + 0.5) : 1;
        surface = library.cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image->width, image->height);
        cairo_t *cairo = library.cairo_create(surface);
        RsvgRectangle page = {0, 0, image->width, image->height};
        good = library.rsvg_handle_render_document(svg, cairo, &page, NULL) && library.cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
        library.cairo_destroy(cairo);
        library.cairo_surface_flush(surface);
        if (good) image_set_rgba(arena, image, straight(arena, surface, image->width, image->height));
        library.cairo_surface_destroy(surface);
    }
    library.g_object_unref(svg);
    return good;
}
