/**
 * The order everyone sees: after commit one leader gives every event a dense number and hashes it
 * to the one before; a relay tells Kafka in exactly that order.
 */
@NullMarked
package cn.doublerandom.eventstore.ledger;

import org.jspecify.annotations.NullMarked;
