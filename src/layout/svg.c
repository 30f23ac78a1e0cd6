/* SVG through librsvg, which brings forty other libraries along: it is opened when the first drawing is read. */
#include <string.h>

#include <cairo/cairo-script.h>
#include <librsvg/rsvg.h>

#include "base/library.h"
#include "base/opened.h"
#include "layout/engine.h"
#include "layout/svg.h"

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
    X(cairo_surface_finish) \
    X(cairo_script_create_for_stream) \
    X(cairo_script_set_mode) \
    X(cairo_script_surface_create) \
    X(cairo_device_finish) \
    X(cairo_device_destroy) \
    X(g_object_unref)

static struct { FUNCTIONS(LIBRARY_MEMBER) } library;
static const char *const NAMES[] = {FUNCTIONS(LIBRARY_NAME)};

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

static cairo_status_t collect(void *closure, const unsigned char *data, unsigned int size) {
    buffer_append(closure, (const char *)data, size);
    return CAIRO_STATUS_SUCCESS;
}

static bool render(RsvgHandle *svg, cairo_surface_t *surface, const Image *image) {
    cairo_t *cairo = library.cairo_create(surface);
    RsvgRectangle page = {0, 0, image->width, image->height};
    bool good = library.rsvg_handle_render_document(svg, cairo, &page, NULL) && library.cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
    library.cairo_destroy(cairo);
    return good;
}

/* As paths, when it is made of nothing else. */
static bool read_paths(Arena *arena, RsvgHandle *svg, Image *image) {
    Buffer script = {0};
    cairo_device_t *device = library.cairo_script_create_for_stream(collect, &script);
    library.cairo_script_set_mode(device, CAIRO_SCRIPT_MODE_ASCII);
    cairo_surface_t *surface = library.cairo_script_surface_create(device, CAIRO_CONTENT_COLOR_ALPHA, image->width, image->height);
    bool good = render(svg, surface, image);
    library.cairo_surface_finish(surface);
    library.cairo_surface_destroy(surface);
    library.cairo_device_finish(device);
    library.cairo_device_destroy(device);
    if (good && script.size) image->drawing = svg_paths(arena, script.data, script.size, image->width, image->height);
    buffer_free(&script);
    return image->drawing != NULL;
}

static bool read_pixels(Arena *arena, RsvgHandle *svg, Image *image) {
    cairo_surface_t *surface = library.cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image->width, image->height);
    bool good = render(svg, surface, image);
    library.cairo_surface_flush(surface);
    if (good) image_set_rgba(arena, image, straight(arena, surface, image->width, image->height));
    library.cairo_surface_destroy(surface);
    return good;
}

/* Elements that draw in what their address names; a link that a reader may follow is none. */
static bool draws_in(const char *name, size_t size) {
    static const char *const NAMES_OF[] = {"image", "use", "feImage", "script", "link", "tref", "pattern", "linearGradient", "radialGradient", "filter"};
    const char *colon = memchr(name, ':', size);
    if (colon) size -= (size_t)(colon + 1 - name), name = colon + 1;
    for (size_t i = 0; i < sizeof NAMES_OF / sizeof *NAMES_OF; i++)
        if (strlen(NAMES_OF[i]) == size && !memcmp(name, NAMES_OF[i], size)) return true;
    return false;
}

/* An address of something outside the drawing. */
static bool is_outside(const char *value, const char *end) {
    while (value < end && strchr(" \t\r\n'\"", *value)) value++;
    return value < end && *value != '#' && *value != ')' && strncmp(value, "data:", 5) != 0;
}

/* The first file that the drawing wants to draw in (it never gets it), NULL: none. */
const char *svg_reference(Arena *arena, const Buffer *file) {
    const char *text = arena_strndup(arena, file->data, file->size), *end = text + strlen(text);
    for (const char *at = strstr(text, "href"); at; at = strstr(at + 4, "href")) {
        const char *tag = memrchr(text, '<', (size_t)(at - text)), *value = at + 4 + strspn(at + 4, " \t\r\n");
        if (!tag || *value != '=' || !draws_in(tag + 1, strcspn(tag + 1, " \t\r\n/>"))) continue;
        value += 1 + strspn(value + 1, " \t\r\n");
        if (*value && is_outside(value + 1, end)) return arena_strndup(arena, value + 1, strcspn(value + 1, "\"'>"));
    }
    for (const char *at = strstr(text, "url("); at; at = strstr(at + 4, "url("))
        if (is_outside(at + 4, end)) return arena_strndup(arena, at + 4, strcspn(at + 4, ")"));
    return NULL;
}

/* No base URI is given, so that a drawing cannot load other files. */
bool svg_read(Arena *arena, const Buffer *file, Image *image, const char **missing) {
    if (!library_open(OPENED_RSVG_2, NAMES, sizeof NAMES / sizeof *NAMES, &library)) {
        *missing = OPENED_RSVG_2;
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
    if (good) {
        double scale = SVG_SIDE / (w > h ? w : h);
        image->width = (int)(w * scale + 0.5) > 0 ? (int)(w * scale + 0.5) : 1;
        image->height = (int)(h * scale + 0.5) > 0 ? (int)(h * scale + 0.5) : 1;
        good = read_paths(arena, svg, image) || read_pixels(arena, svg, image);
    }
    library.g_object_unref(svg);
    return good;
}
