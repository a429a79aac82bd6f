/** Starts the event store, its ledger, relay and projections inside a service. */
@NullMarked
package cn.doublerandom.servicekit.memory;

import org.jspecify.annotations.NullMarked;
