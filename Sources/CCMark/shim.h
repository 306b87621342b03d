// The system's cmark-gfm, as Swift sees it: CommonMark with GitHub's tables and strikethrough.
#ifndef JUHE_CCMARK_SHIM_H
#define JUHE_CCMARK_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

#endif
