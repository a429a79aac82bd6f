/**
 * How a service listens: one PostgreSQL transaction per poll batch, each record applied exactly
 * once by its {@code seq}, a record that cannot be applied set aside with its key.
 */
@NullMarked
package cn.doublerandom.eventstore.inbox;

import org.jspecify.annotations.NullMarked;
