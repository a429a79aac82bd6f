/** 检查材料: the papers of a visit's file, printed (R32). */
@NullMarked
package cn.doublerandom.inspection.files;

import org.jspecify.annotations.NullMarked;
