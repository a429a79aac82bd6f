/** The read side: projections fill read models from the ledger, each step with its checkpoint. */
@NullMarked
package cn.doublerandom.servicekit.view;

import org.jspecify.annotations.NullMarked;
