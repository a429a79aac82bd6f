/**
 * A real PostgreSQL and a real Kafka without Docker, for the local stack and for every test. Not
 * for production: there both are run by operations (docs/operations.md).
 */
@NullMarked
package cn.doublerandom.embedded;

import org.jspecify.annotations.NullMarked;
