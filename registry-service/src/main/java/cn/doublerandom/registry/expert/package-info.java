/** 专家库: persons and bodies that assist, never counted as officers (R20). Pure. */
@NullMarked
package cn.doublerandom.registry.expert;

import org.jspecify.annotations.NullMarked;
