/** 随机抽查事项清单 of the province, version by version (R13). Pure. */
@NullMarked
package cn.doublerandom.registry.catalogue;

import org.jspecify.annotations.NullMarked;
