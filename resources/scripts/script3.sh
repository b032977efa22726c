#!/bin/sh
# usage: script3.sh NUMBER [SECONDS]
# Adds up the squares of all numbers up to one. Then waits three times.

last=$(($1 + 1000))
sum=0
number=0
while [ "$number" -lt "$last" ]; do
    number=$((number + 1))
    sum=$((sum + number * number))
done
if [ $# -gt 1 ]; then
    sleep "$2"
    sleep "$2"
    sleep "$2"
fi
echo "item $1: the squares up to $last add up to $sum"
