/* What libxml2 hands to a function that it tells of a fault: since 2.12 it may not be changed. */
#ifndef INPUT_XML_FAULT_H
#define INPUT_XML_FAULT_H

#include <libxml/xmlerror.h>
#include <libxml/xmlversion.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError XmlFault;
#else
typedef xmlError XmlFault;
#endif

#endif
