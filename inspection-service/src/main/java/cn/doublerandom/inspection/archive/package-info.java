/** 抽查资料归档: the papers of a draw and its visits, complete and signed (二(二), R32). Pure. */
@NullMarked
package cn.doublerandom.inspection.archive;

import org.jspecify.annotations.NullMarked;
