/** The log in PostgreSQL: one statement appends, the unique (stream, version) arbitrates. */
@NullMarked
package cn.doublerandom.eventstore.postgres;

import org.jspecify.annotations.NullMarked;
