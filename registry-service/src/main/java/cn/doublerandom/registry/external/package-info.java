/** The provincial platform's side of the exchange: the tables two databases exchange by (前置库). */
@NullMarked
package cn.doublerandom.registry.external;

import org.jspecify.annotations.NullMarked;
