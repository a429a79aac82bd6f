/** The table the files of objections lie in, apart from the ledger (ADR 69). */
@NullMarked
package cn.doublerandom.publication.external;

import org.jspecify.annotations.NullMarked;
