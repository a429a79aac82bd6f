/**
 * Read models: folded from the ledger in batches, rebuilt beside the live ones and switched in one
 * transaction, or folded up to any point of the past (R77).
 */
@NullMarked
package cn.doublerandom.eventstore.projection;

import org.jspecify.annotations.NullMarked;
