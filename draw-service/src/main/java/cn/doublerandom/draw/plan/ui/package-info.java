/**
 * 年度抽查工作计划 at the desk (二(二), R25 to R27): brought, read, decided, approved, reported, published
 * and adjusted on pages, over the same application as the resources of programs.
 */
@NullMarked
package cn.doublerandom.draw.plan.ui;

import org.jspecify.annotations.NullMarked;
