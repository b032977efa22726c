#!/bin/sh
# usage: script2.sh NUMBER [SECONDS]
# Takes a number apart into its prime factors. Then waits twice.

number=$(($1 + 1000))
left=$number
factors=
divisor=2
while [ "$left" -gt 1 ]; do
    if [ $((left % divisor)) -eq 0 ]; then
        factors="$factors $divisor"
        left=$((left / divisor))
    else
        divisor=$((divisor + 1))
    fi
done
if [ $# -gt 1 ]; then
    sleep "$2"
    sleep "$2"
fi
echo "item $1: $number has the prime factors$factors"
