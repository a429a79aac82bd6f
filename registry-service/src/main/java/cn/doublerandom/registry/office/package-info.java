/** 三定规定: what an office is there for, clause by clause. Pure. */
@NullMarked
package cn.doublerandom.registry.office;

import org.jspecify.annotations.NullMarked;
