/* Pictures from the input's folder: PNG through libpng, JPEG without what the camera wrote in it, after a full trial decode, SVG in svg.c. */
#include <errno.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

#include "base/file.h"
#include "base/opened.h"
#include "layout/engine.h"
#include "layout/photo.h"
#include "layout/svg.h"

enum { IMAGE_BYTES_MAX = 64 << 20, IMAGE_SIDE_MAX = 12000 };
#define IMAGE_PIXELS_MAX 60000000LL

static bool size_allowed(int64_t width, int64_t height) {
    return width > 0 && height > 0 && width <= IMAGE_SIDE_MAX && height <= IMAGE_SIDE_MAX && width * height <= IMAGE_PIXELS_MAX;
}

/* Splits RGBA into colour and alpha; alpha is left out when everything is opaque. */
void image_set_rgba(Arena *arena, Image *image, const unsigned char *rgba) {
    size_t n = (size_t)image->width * (size_t)image->height;
    unsigned char *rgb = arena_array(arena, n, 3), *alpha = arena_array(arena, n, 1);
    bool opaque = true;
    for (size_t i = 0; i < n; i++) {
        memcpy(rgb + 3 * i, rgba + 4 * i, 3);
        alpha[i] = rgba[4 * i + 3];
        opaque = opaque && alpha[i] == 255;
    }
    image->components = 3;
    image->pixels = rgb;
    image->alpha = opaque ? NULL : alpha;
}

static bool read_png(Arena *arena, const Buffer *file, Image *image) {
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&png, file->data, file->size)) return false;
    if (!size_allowed(png.width, png.height)) { png_image_free(&png); return false; }
    png.format = PNG_FORMAT_RGBA;
    unsigned char *rgba = arena_array(arena, (size_t)png.width * png.height, 4);
    bool good = png_image_finish_read(&png, NULL, rgba, 0, NULL) && !(png.warning_or_error & PNG_IMAGE_ERROR);
    image->width = (int)png.width;
    image->height = (int)png.height;
    if (good) image_set_rgba(arena, image, rgba);
    png_image_free(&png);
    return good;
}

typedef struct JpegFailure {
    struct jpeg_error_mgr base;
    jmp_buf back;
} JpegFailure;

static void jpeg_fail(j_common_ptr common) { longjmp(((JpegFailure *)common->err)->back, 1); }
static void jpeg_quiet(j_common_ptr common) { (void)common; }

/* The picture upright; its file bare, when a PDF can hold it. */
static void settle_jpeg(Arena *arena, const Buffer *file, bool embed, Image *image) {
    const unsigned char *bytes = (const unsigned char *)file->data;
    Buffer bare = {0};
    int turn = photo_orientation(bytes, file->size);
    if (embed && photo_bare(bytes, file->size, &bare)) {
        unsigned char *copy = arena_array(arena, bare.size, 1);
        memcpy(copy, bare.data, bare.size);
        image->jpeg = copy;
        image->jpeg_size = bare.size;
        image->turn = turn;
    }
    buffer_free(&bare);
    if (turn == 1) return;
    unsigned char *upright = arena_array(arena, (size_t)image->width * (size_t)image->height, (size_t)image->components);
    photo_turn(image->pixels, image->width, image->height, image->components, turn, upright);
    image->pixels = upright;
    int width = image->width;
    if (turn >= 5) image->width = image->height, image->height = width;
}

/* Decodes once to know that it is sound; the file itself travels on when a PDF can hold it. print: it is in colours of ink, which
 * cannot be told in those of a screen. */
static bool read_jpeg(Arena *arena, const Buffer *file, Image *image, bool *print) {
    struct jpeg_decompress_struct jpeg;
    JpegFailure failure;
    memset(&jpeg, 0, sizeof jpeg);
    jpeg.err = jpeg_std_error(&failure.base);
    failure.base.error_exit = jpeg_fail;
    failure.base.output_message = jpeg_quiet;
    if (setjmp(failure.back)) {
        jpeg_destroy_decompress(&jpeg);
        return false;
    }
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, (const unsigned char *)file->data, file->size);
    jpeg_read_header(&jpeg, TRUE);
    if (!size_allowed(jpeg.image_width, jpeg.image_height)) longjmp(failure.back, 1);
    *print = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
    if (*print) longjmp(failure.back, 1);
    bool embed = jpeg.jpeg_color_space == JCS_YCbCr || jpeg.jpeg_color_space == JCS_GRAYSCALE;
    jpeg.out_color_space = jpeg.jpeg_color_space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_start_decompress(&jpeg);
    image->width = (int)jpeg.output_width;
    image->height = (int)jpeg.output_height;
    image->components = jpeg.output_components;
    size_t stride = (size_t)image->width * (size_t)image->components;
    unsigned char *pixels = arena_array(arena, (size_t)image->height, stride);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = pixels + stride * jpeg.output_scanline;
        if (jpeg_read_scanlines(&jpeg, &row, 1) != 1) longjmp(failure.back, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    image->pixels = pixels;
    if (failure.base.num_warnings) return false; /* decoded with guesses: damaged */
    settle_jpeg(arena, file, embed, image);
    return true;
}

static Length scaled(Length value, Length to, int64_t from) { return (Length)((int64_t)value * to / (from > 0 ? from : 1)); }

static const Path *scaled_path(Arena *arena, const Path *path, Length width, Length height, const Image *image) {
    Path *to = ARENA_NEW(arena, Path);
    *to = *path;
    to->points = ARENA_ARRAY(arena, (size_t)path->point_count + 1, Point);
    for (int i = 0; i < path->point_count; i++)
        to->points[i] = (Point){scaled(path->points[i].x, width, image->width * INT64_C(1000)), scaled(path->points[i].y, height, image->height * INT64_C(1000))};
    return to;
}

void image_place(Fragment *out, const Image *image, Length x, Length y, Length width, Length height, Element *element, Artifact artifact) {
    if (!image->drawing) {
        fragment_add(out, (Item){.kind = ITEM_IMAGE, .x = x, .y = y, .width = width, .height = height, .element = element, .artifact = artifact, .as.image = image});
        return;
    }
    int64_t w = image->width * INT64_C(1000), h = image->height * INT64_C(1000);
    for (int i = 0; i < image->drawing->count; i++) {
        Item item = image->drawing->items[i];
        Paint *paint = &item.as.path.paint;
        item.x = x + scaled(item.x, width, w);
        item.y = y + scaled(item.y, height, h);
        item.width = scaled(item.width, width, w);
        item.height = scaled(item.height, height, h);
        item.element = element;
        item.artifact = artifact;
        item.as.path.path = scaled_path(out->arena, item.as.path.path, width, height, image);
        paint->line_width = scaled(paint->line_width, width, w);
        for (int k = 0; k < 2; k++) paint->dash[k] = scaled(paint->dash[k], width, w);
        fragment_add(out, item);
    }
}

const Image *image_load(Engine *engine, const char *folder, const char *source, Place place) {
    Image *image = map_get(engine->images, source);
    if (image) return image->width ? image : NULL;
    image = ARENA_NEW(engine->arena, Image);
    map_put(engine->images, source, image);
    image->source = source;
    int error = ENOENT;
    char *path = folder ? file_within(engine->arena, folder, source, &error) : NULL;
    Buffer file = {0};
    bool good = path && (error = file_read(path, IMAGE_BYTES_MAX, &file)) == 0;
    const char *reason = good ? NULL : named_file_words(error), *missing = NULL, *outside = NULL;
    bool print = false;
    if (good) {
        if (file.size > 8 && !memcmp(file.data, "\x89PNG", 4)) good = read_png(engine->arena, &file, image);
        else if (file.size > 3 && !memcmp(file.data, "\xff\xd8\xff", 3)) good = read_jpeg(engine->arena, &file, image, &print);
        else {
            outside = file.size > 4 ? svg_reference(engine->arena, &file) : NULL;
            good = file.size > 4 && !outside && svg_read(engine->arena, &file, image, &missing);
        }
        if (missing) reason = arena_printf(engine->arena, engine->dutch ? "%s ontbreekt; installeer het pakket %s" : "%s is missing; install the package %s", missing, OPENED_RSVG_2_PACKAGE);
        else if (outside) reason = arena_printf(engine->arena, BOTH("zij tekent een ander bestand in („%s”); neem dat in de tekening zelf op", "it draws in another file (\"%s\"); put that in the drawing itself"), outside, outside);
        else if (print) reason = engine->dutch ? "het is een JPEG in drukkleuren (CMYK); sla haar op als RGB" : "it is a JPEG in colours of ink (CMYK); save it as RGB";
        else if (!good) reason = engine->dutch ? "het is geen gave PNG, JPEG of SVG" : "it is no sound PNG, JPEG or SVG";
    }
    buffer_free(&file);
    if (good) return image;
    image->width = 0;
    diagnostics_report(engine->diagnostics, &D301_IMAGE, place, (Report){.arguments = {source, reason}});
    return NULL;
}
