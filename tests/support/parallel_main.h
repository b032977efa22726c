/// The main of tests that use worker processes: breakeven::init comes before everything else.
#pragma once

#include "core/parallel/init.h"

#include <QtTest>

#define BREAKEVEN_PARALLEL_MAIN(Test)                   \
    int main(int argc, char** argv) {                   \
        breakeven::init(argc, argv);                    \
        const QCoreApplication application(argc, argv); \
        Test test;                                      \
        return QTest::qExec(&test, argc, argv);         \
    }
