#!/usr/bin/env bash
# Measures what docs/performance.md claims, with the programs that are built in build/release. The log that it makes lies
# in a temporary folder, and is removed.
set -euo pipefail

usage() {
  echo "Usage: bench/run.sh [--activities N]    (1,000,000 unless told; needs about 3 GB of disk)"
}

project=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
built=${DAYBOOK_BUILD:-$project/build/release}
activities=1000000
while (($#)); do
  case $1 in
    --activities)
      (($# >= 2)) || { usage >&2; exit 2; }
      activities=$2
      shift 2
      ;;
    --activities=*)
      activities=${1#*=}
      shift
      ;;
    -h | --help)
      usage
      exit
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
done

folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
# Each in a process of its own, so that none has the memory that another left.
for what in append folds questions amended check program; do
  "$built/bench/daybook_bench" "$what" "$project" "$folder" "$built/daybook" "$activities"
done
