/** 签名 (R32, R63): the keys officers sign with, and the sheet a subject signs on (ADR 60). Pure. */
@NullMarked
package cn.doublerandom.inspection.signing;

import org.jspecify.annotations.NullMarked;
