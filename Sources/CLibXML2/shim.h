// The system's libxml2, as Swift sees it.
//
// Debian builds libxml2 with ICU. A module that sees both libxml2's ICU types and Foundation's own ICU fails to build
// ("'UErrorCode' has different definitions"), so the ICU part of the headers is switched off before anything is read.
#ifndef JUHE_CLIBXML2_SHIM_H
#define JUHE_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/xmlerror.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#endif
