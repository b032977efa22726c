/** A workload of your own as a shared library: C99 or C++, any compiler, nothing to link with.
 *
 * The library defines one function, breakeven_plugin(), which describes the workload. A list of n items is two blocks
 * of memory: n slots of input and n slots of output, of fixed sizes. Item i has the input at input + i * input_bytes
 * and the output at output + i * output_bytes. Both blocks begin at a multiple of 64 bytes.
 *
 *     cc -O3 -shared -fPIC -o mine.so mine.c
 *     breakeven-cli run --workload plugin --param file=mine.so
 */
#ifndef BREAKEVEN_PLUGIN_H
#define BREAKEVEN_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Of all that stands below. A program speaks one version and refuses libraries of any other. */
#define BREAKEVEN_PLUGIN_VERSION 1

/** The most that a slot may take, in bytes: 1 GiB. */
#define BREAKEVEN_PLUGIN_LARGEST_SLOT (UINT64_C(1) << 30)

struct breakeven_workload {
    uint32_t version;      /**< BREAKEVEN_PLUGIN_VERSION; nothing else is read when it is another */
    const char* title;     /**< in messages; UTF-8, one line */
    uint64_t input_bytes;  /**< of an item, 0 to BREAKEVEN_PLUGIN_LARGEST_SLOT; 0: its number is all it needs */
    uint64_t output_bytes; /**< of an item, 1 to BREAKEVEN_PLUGIN_LARGEST_SLOT */

    /** Makes the input of items [begin, end) from the seed: the same seed makes the same input. Not timed, called by
     * one thread at a time. May be NULL when input_bytes is 0.
     *
     * Returns 0, or anything else after it has written why into `message`: a text that ends with a zero byte, of at
     * most message_bytes with it. */
    int (*generate)(void* input, uint64_t begin, uint64_t end, uint64_t seed, char* message, size_t message_bytes);

    /** Computes the output of items [begin, end). This is what is timed.
     *
     * - Called by any thread, by several at once with ranges that do not overlap, and in several processes. What the
     *   library keeps for itself must allow that.
     * - Reads the input of its own items only: a process that shares no memory has no other.
     * - May be called again for the same items, and must then write the same: the output is compared bit by bit with
     *   that of a plain loop, whatever the ranges were. So every byte of the slots is to be written, those between the
     *   members of a struct too, and the output must not be read before.
     * - Returns as generate does; any message fails the measurement. A C++ exception must not leave it. */
    int (*run)(const void* input, void* output, uint64_t begin, uint64_t end, char* message, size_t message_bytes);
};

/** Defined by the library. What it returns must stay as long as the library is loaded, which is until the process ends.
 * Called once per process. */
#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
const struct breakeven_workload*
breakeven_plugin(void);

#ifdef __cplusplus
}
#endif

#endif
