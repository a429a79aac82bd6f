#!/bin/sh
# Gives the rights of acls.txt. Needs Kafka's own tools and an admin.
#   deploy/kafka/grant.sh BOOTSTRAP ADMIN.PROPERTIES [KAFKA_HOME]
set -eu
[ $# -ge 2 ] || { echo "usage: grant.sh BOOTSTRAP ADMIN.PROPERTIES [KAFKA_HOME]" >&2; exit 2; }
tool=${3:+$3/bin/}kafka-acls.sh
grep -v '^#' "$(dirname "$0")/acls.txt" | while read -r options; do
  # shellcheck disable=SC2086
  "$tool" --bootstrap-server "$1" --command-config "$2" $options </dev/null
done
