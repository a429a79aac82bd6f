/** Working days and due dates (民法典 §201, 二(四) 20个工作日), counted by the holiday notices alone. */
@NullMarked
package cn.doublerandom.bureau.time;

import org.jspecify.annotations.NullMarked;
