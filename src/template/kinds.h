/* The kinds of figures that a stylesheet makes. Private to template/. */
#ifndef TEMPLATE_KINDS_H
#define TEMPLATE_KINDS_H

#include <libxslt/xsltInternals.h>

#include "calc/figure_data.h"

/* What <f:figuur soort="..."/> declares at the top level of the stylesheet and of those it draws in (the first of a name
 * counts), and after that the kinds that only have a template, of which nothing is known but the name. */
FigureKinds *kinds_of_stylesheet(Arena *arena, const xsltStylesheet *sheet);

#endif
