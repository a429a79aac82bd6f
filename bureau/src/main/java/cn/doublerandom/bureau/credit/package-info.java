/** 信用风险分类, by the words plans and registers use. */
@NullMarked
package cn.doublerandom.bureau.credit;

import org.jspecify.annotations.NullMarked;
