/* How many steps of "halve it, or take three times and one more" lead a number to 1. Items take different time.
 *
 *     cc -O3 -shared -fPIC -o collatz.so collatz.c
 *     breakeven-cli run --workload plugin --param file=collatz.so --sizes 10:1e6
 */
#include <breakeven/plugin.h>

static int generate(void* input, uint64_t begin, uint64_t end, uint64_t seed, char* message, size_t message_bytes) {
    uint64_t* const numbers = input;
    (void)message;
    (void)message_bytes;
    for (uint64_t i = begin; i < end; ++i)
        numbers[i] = seed % 1000 + i + 1;
    return 0;
}

static uint32_t steps_to_one(uint64_t number) {
    uint32_t steps = 0;
    for (; number > 1; ++steps)
        number = number % 2 == 0 ? number / 2 : 3 * number + 1;
    return steps;
}

static int run(const void* input, void* output, uint64_t begin, uint64_t end, char* message, size_t message_bytes) {
    const uint64_t* const numbers = input;
    uint32_t* const steps = output;
    (void)message;
    (void)message_bytes;
    for (uint64_t i = begin; i < end; ++i)
        steps[i] = steps_to_one(numbers[i]);
    return 0;
}

const struct breakeven_workload* breakeven_plugin(void) {
    static const struct breakeven_workload collatz = {
        .version = BREAKEVEN_PLUGIN_VERSION,
        .title = "Collatz steps",
        .input_bytes = sizeof(uint64_t),
        .output_bytes = sizeof(uint32_t),
        .generate = generate,
        .run = run,
    };
    return &collatz;
}
