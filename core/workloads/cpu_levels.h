/// Loops for the machine at hand, in a program for all of them.
#pragma once

/// Before a function: it is compiled for three levels of x86-64, and the loader takes the best that the machine has.
/// Elsewhere, and under ThreadSanitizer, whose code cannot run as early as the choice is made, there is the plain one
/// alone. The files of such functions are compiled with -ffp-contract=off, so that all levels yield the same digits.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__)
#define BREAKEVEN_CPU_LEVELS __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define BREAKEVEN_CPU_LEVELS
#endif
