/// xxHash by Yann Collet, from its header alone: no library is linked.
#pragma once

#define XXH_INLINE_ALL
#include <xxhash.h>
