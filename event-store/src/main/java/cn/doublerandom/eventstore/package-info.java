/**
 * How we remember: streams of events, appended once and never changed (R65, R77). Usable by another
 * team alone: it knows PostgreSQL, Kafka and JSON, but no Quarkus and nothing of the bureau.
 */
@NullMarked
package cn.doublerandom.eventstore;

import org.jspecify.annotations.NullMarked;
