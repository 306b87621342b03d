// The system's libarchive, as Swift sees it: packages (ZIP and its relatives), read and written.
#ifndef JUHE_CARCHIVE_SHIM_H
#define JUHE_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
