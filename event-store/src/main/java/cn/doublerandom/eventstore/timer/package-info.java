/**
 * Process managers and their durable timers: set from the ledger once, fired once, by the leader
 * alone.
 */
@NullMarked
package cn.doublerandom.eventstore.timer;

import org.jspecify.annotations.NullMarked;
