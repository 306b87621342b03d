// The system's libxml2. Its ICU part is switched off: it clashes with Foundation's.
#ifndef BENCH_CLIBXML2_SHIM_H
#define BENCH_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>

#endif
