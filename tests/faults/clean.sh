#!/usr/bin/env bash
# Ends what works in a folder of ours, and unmounts what is mounted below it: what a row that broke, or was interrupted, left behind.
folder=${1:?}
for process in /proc/[0-9]*; do
  case $(readlink "$process/cwd" 2>/dev/null) in "$folder"/*) kill -9 "${process#/proc/}" ;; esac
done
cut -d' ' -f2 /proc/mounts | grep "^$folder/" | sort -r | while read -r mounted; do umount -l "$mounted"; done
exit 0
