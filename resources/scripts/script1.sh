#!/bin/sh
# usage: script1.sh NUMBER [SECONDS]
# Follows a number until it reaches 1: half of an even one, one more than three times an odd one. Then waits once.

number=$(($1 + 27))
steps=0
while [ "$number" -ne 1 ]; do
    if [ $((number % 2)) -eq 0 ]; then
        number=$((number / 2))
    else
        number=$((3 * number + 1))
    fi
    steps=$((steps + 1))
done
if [ $# -gt 1 ]; then
    sleep "$2"
fi
echo "item $1: $steps steps from $(($1 + 27)) to 1"
