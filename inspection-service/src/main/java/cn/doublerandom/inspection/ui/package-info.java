/**
 * 检查 at the desk and on the phone: pages over the same application as the resources of programs.
 */
@NullMarked
package cn.doublerandom.inspection.ui;

import org.jspecify.annotations.NullMarked;
