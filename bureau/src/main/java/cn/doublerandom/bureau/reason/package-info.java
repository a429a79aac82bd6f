/** 原因: why somebody asks for what another person has to agree to (R65). */
@NullMarked
package cn.doublerandom.bureau.reason;

import org.jspecify.annotations.NullMarked;
