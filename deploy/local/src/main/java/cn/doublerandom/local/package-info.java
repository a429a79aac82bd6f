/**
 * The whole suite on one machine: PostgreSQL, Kafka, four services and the gateway as one process
 * tree; the demonstration and the audit that run against it.
 */
@NullMarked
package cn.doublerandom.local;

import org.jspecify.annotations.NullMarked;
