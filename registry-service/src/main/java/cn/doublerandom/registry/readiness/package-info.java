/** 3月底前完成“一单两库” (R22): what is still missing, point by point. Pure. */
@NullMarked
package cn.doublerandom.registry.readiness;

import org.jspecify.annotations.NullMarked;
