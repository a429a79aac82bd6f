/**
 * One visit: started by its team, answered item by item, finished, recorded (二(四) 谁检查、谁录入). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.visit;

import org.jspecify.annotations.NullMarked;
